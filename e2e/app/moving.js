// SPDX-License-Identifier: Apache-2.0
// Saving a copy and bringing one in, in the words of the screen.
import { readFile } from "node:fs/promises";
import { t } from "../lib/words.js";
import { door, enter, field, on, tap } from "./steps.js";

/** From the first screen to saving a copy and bringing one in. */
export const toData = async (page) => {
  await enter(page, "door-settings", "settings-title");
  await door(page, "data-title").click();
  await on(page, "data-title");
};

/** Saves everything; returns the bytes of the file and its passphrase. */
export const save = async (page, own) => {
  if (own) {
    await page.getByText(t("export-own"), { exact: true }).click();
    await field(page, "export-own-label").fill(own);
  }
  const passphrase = await page.locator("#passphrase").textContent();
  const [download] = await Promise.all([page.waitForEvent("download"), tap(page, "export-do")]);
  await page.getByText(t("export-done")).waitFor();
  return { passphrase, name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

/** Brings a file in; returns what the screen says of it. */
export const bringIn = async (page, bytes, passphrase) => {
  await page.locator("input[type=file]").setInputFiles({ name: "notes.age", mimeType: "application/octet-stream", buffer: bytes });
  await field(page, "import-passphrase").fill(passphrase);
  await tap(page, "import-do");
  await page.locator("section.card").last().getByRole("status").filter({ hasNotText: t("import-reading") }).filter({ hasText: /\w/ }).waitFor();
  return page.locator("section.card").last().getByRole("status").textContent();
};
