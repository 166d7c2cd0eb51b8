// SPDX-License-Identifier: Apache-2.0
// What the tests of one file share: the built program, serving, and one browser.
import { after } from "node:test";
import { openBrowser } from "./browser.js";
import { startServer } from "./server.js";

let shared;

/** Sets the stage, once for a file; it is struck when the file's last test has ended. */
export const stage = () =>
  (shared ??= (async () => {
    const server = await startServer();
    return { ...server, browser: await openBrowser() };
  })());

after(async () => {
  const { browser, stop } = (await shared?.catch(() => undefined)) ?? {};
  await browser?.close();
  await stop?.();
});
