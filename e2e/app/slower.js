// SPDX-License-Identifier: Apache-2.0
// What a person does in the slower work, in the words of the screen and of the content.
import { t } from "../lib/words.js";
import { button, door, on } from "./steps.js";

/** A heading by its words, with the reading position at it. */
export const heading = (page, words) => page.locator("h1:focus", { hasText: words }).waitFor();

/** From the first screen to the steps. The fuller app may be loaded on the way. */
export const toProgramme = async (page) => {
  await door(page, "door-programme").click();
  await on(page, "programme-title");
};

/** From the first screen to the library. */
export const toLibrary = async (page) => {
  await door(page, "door-library").click();
  await on(page, "site-library");
};

const starting = (words) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);

/** A step by its title. */
export const openStep = async (page, title) => {
  await page.locator("main").getByRole("button", { name: starting(title) }).first().click();
  await heading(page, title);
};

/** A part by its title. */
export const openPart = async (page, title) => {
  await page.locator(".parts").getByRole("button", { name: starting(title) }).click();
  await heading(page, title);
};

/** Begins to write something to keep, the first or another. */
export const begin = async (page, another = false) => {
  await button(page, another ? "keepsake-another" : "keepsake-begin").click();
  await button(page, "keep").waitFor();
};

/** What the part is called on the screen. */
export const partKind = (kind) => t(`part-${kind}`);
