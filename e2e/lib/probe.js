// SPDX-License-Identifier: Apache-2.0
// The store of the app, called directly in a real browser. What is called is built by
// `cargo xtask check probe` and never ships.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newProfile } from "./browser.js";

const folder =
  process.env.KINDHOLD_PROBE ?? fileURLToPath(new URL("../../target/probe", import.meta.url));

const TYPES = { "probe.js": "text/javascript", "probe_bg.wasm": "application/wasm" };

/** A page of our own origin, in a profile of its own, on which the probe's functions can be called by name. */
export const openProbe = async (browser, origin) => {
  // The page's policy would let no module run.
  const context = await newProfile(browser, { serviceWorkers: "block", bypassCSP: true });
  for (const [name, contentType] of Object.entries(TYPES)) {
    const body = await readFile(join(folder, name));
    await context.route(`${origin}/probe/${name}`, (route) => route.fulfill({ body, contentType }));
  }
  const page = await context.newPage();
  await page.goto(`${origin}/en/about/`);
  const call = (name, ...args) =>
    page.evaluate(
      async ([name, args]) => {
        const probe = await import("/probe/probe.js");
        await probe.default({ module_or_path: "/probe/probe_bg.wasm" });
        return probe[name](...args);
      },
      [name, args],
    );
  return { page, call };
};
