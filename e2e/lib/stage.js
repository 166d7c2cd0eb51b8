// SPDX-License-Identifier: Apache-2.0
// What the tests of one file share: the built program, serving, and one browser.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { openBrowser } from "./browser.js";
import { startServer } from "./server.js";

let shared;

/** Sets the stage, once for a file; it is struck when the file's last test has ended. */
export const stage = () =>
  (shared ??= (async () => {
    const data = await mkdtemp(join(tmpdir(), "kindhold-relay-"));
    const server = await startServer({ data });
    return { ...server, data, browser: await openBrowser() };
  })());

after(async () => {
  const { browser, stop, data } = (await shared?.catch(() => undefined)) ?? {};
  await browser?.close();
  await stop?.();
  if (data) await rm(data, { recursive: true, force: true });
});
