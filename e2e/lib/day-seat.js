// SPDX-License-Identifier: Apache-2.0
// A seat that is watched: a browser with a folder of its own, and its own record of everything that it sent.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { args, openProfile } from "./browser.js";
import { filesIn, keptFor } from "./day-stores.js";
import { readWire, wiretap } from "./day-wire.js";

/** Opens one. `look()` reads all that it keeps; `end()` ends the browser and reads its files and its wire. */
export const openSeat = async (t, options) => {
  const beside = await mkdtemp(join(tmpdir(), "kindhold-wire-"));
  t.after(() => rm(beside, { recursive: true, force: true }));
  const record = join(beside, "net.json");
  const context = await openProfile(t, { ...options, args: [...args, ...wiretap(record)] });
  context.setDefaultTimeout(30_000);
  const look = async () => {
    const page = await context.newPage();
    await page.goto("/measures/");
    const kept = await keptFor(page);
    await page.close();
    return kept;
  };
  const end = async () => {
    await context.close();
    return { files: await filesIn(context.folder), wire: await readWire(record) };
  };
  return { context, look, end };
};
