// SPDX-License-Identifier: Apache-2.0
import { deepEqual, equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import {
  APP, PASSCODE, button, door, enter, field, home, on, rows, settle, tap, unlock, write,
} from "./steps.js";

const toDiary = async (page) => {
  await enter(page, "door-diary", "diary-title");
};

/** The same app again in a window of its own. */
const secondWindow = async (context) => {
  const other = await context.newPage();
  await other.goto(APP);
  await home(other);
  return other;
};

const entries = async (page) => {
  const all = await page.locator("main button.door span:last-child").allTextContents();
  return all.sort();
};

story("two windows that write turn by turn lose nothing, and each hears of the other", async ({ page, context }) => {
  await settle(page);
  await toDiary(page);
  const other = await secondWindow(context);
  await toDiary(other);
  const words = [];
  for (let n = 0; n < 4; n++) {
    for (const [who, window] of [["first", page], ["second", other]]) {
      words.push(`${n} from the ${who}`);
      await write(window, words.at(-1));
    }
  }
  deepEqual(await entries(other), words.toSorted());
  for (const window of [page, other]) {
    await window.reload();
    await home(window);
    await toDiary(window);
    deepEqual(await entries(window), words.toSorted());
  }
});

story("two windows that write at the same moment lose nothing", async ({ page, context }) => {
  await settle(page);
  await toDiary(page);
  const other = await secondWindow(context);
  await toDiary(other);
  const words = [];
  for (let n = 0; n < 5; n++) {
    const pair = [`${n} left`, `${n} right`];
    words.push(...pair);
    await Promise.all([write(page, pair[0]), write(other, pair[1])]);
  }
  await page.reload();
  await home(page);
  await toDiary(page);
  deepEqual(await entries(page), words.toSorted());
});

story("what one window deletes stays deleted when the other writes", async ({ page, context }) => {
  await settle(page);
  await toDiary(page);
  await write(page, "Soon gone.");
  const other = await secondWindow(context);
  await toDiary(other);
  await page.getByText("Soon gone.").click();
  await tap(page, "delete");
  await tap(page, "delete-yes");
  await on(page, "diary-title");
  await write(other, "Still here.");
  deepEqual(await entries(other), ["Still here."]);
  await page.reload();
  await home(page);
  await toDiary(page);
  deepEqual(await entries(page), ["Still here."]);
});

story("a window that still stands open goes on writing after the other changed the passcode", async ({ page, context }) => {
  await settle(page);
  await toDiary(page);
  const other = await secondWindow(context);
  await enter(other, "door-settings", "settings-title");
  await door(other, "lock-title").click();
  await field(other, "passcode-new").fill(PASSCODE);
  await field(other, "passcode-again").fill(PASSCODE);
  await tap(other, "keep");
  await other.getByText(t("passcode-is-set")).waitFor();
  await write(page, "Written after the change.");
  await page.reload();
  await on(page, "locked-title");
  await unlock(page);
  await toDiary(page);
  deepEqual(await entries(page), ["Written after the change."]);
});

story("two windows that begin at once end with one vault", async ({ page, context }) => {
  const other = await context.newPage();
  for (const window of [page, other]) {
    await window.goto(APP);
    await tap(window, "next");
    await tap(window, "skip");
    await on(window, "welcome-passcode");
  }
  await Promise.all([page, other].map((window) => tap(window, "welcome-no-passcode")));
  await Promise.all([page, other].map((window) => home(window)));
  await Promise.all([page, other].map((window) => toDiary(window)));
  await write(page, "From one.");
  await write(other, "From the other.");
  await other.reload();
  await home(other);
  await toDiary(other);
  deepEqual(await entries(other), ["From one.", "From the other."]);
});

story("two windows that begin at once with different passcodes end with one of them, and say so", async ({ page, context }) => {
  const other = await context.newPage();
  const codes = ["the first passcode", "the second passcode"];
  for (const [n, window] of [page, other].entries()) {
    await window.goto(APP);
    await tap(window, "next");
    await tap(window, "skip");
    await field(window, "passcode-new").fill(codes[n]);
    await field(window, "passcode-again").fill(codes[n]);
  }
  await Promise.all([page, other].map((window) => tap(window, "welcome-use-passcode")));
  await Promise.all([page, other].map((window) => home(window)));
  const said = await Promise.all([page, other].map((window) => window.getByText(t("trouble-other-tab")).count()));
  equal(said[0] + said[1], 1, "one window made it, the other says so");
  const winner = said[0] ? 1 : 0;
  await page.reload();
  await on(page, "locked-title");
  await page.locator("#passcode").fill(codes[1 - winner]);
  await tap(page, "locked-open");
  await page.getByText(t("trouble-wrong-passcode")).waitFor();
  await unlock(page, codes[winner]);
});

story("erasing in one window leaves nothing that the other could still write to", async ({ page, context }) => {
  await settle(page);
  await toDiary(page);
  await write(page, "To be erased.");
  const other = await secondWindow(context);
  await enter(other, "door-settings", "settings-title");
  await door(other, "erase-title").click();
  await other.getByRole("checkbox").check();
  await tap(other, "erase-do");
  await on(other, "welcome-language");
  await tap(page, "diary-new");
  await page.locator("textarea").fill("Into the void.");
  await tap(page, "keep");
  await page.getByRole("alert").waitFor();
  ok(await page.locator("textarea").isVisible());
  equal((await rows(other)).log ?? 0, 0);
  ok(await button(other, "next").isVisible());
});
