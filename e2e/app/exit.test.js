// SPDX-License-Identifier: Apache-2.0
import { equal, ok } from "node:assert/strict";
import { story, until } from "../lib/story.js";
import { t } from "../lib/words.js";
import {
  APP, PASSCODE, back, enter, home, on, settle, startFirst, tap, toOffers, write,
} from "./steps.js";

const PRIVATE = "The heron came back to the canal.";

const WAYS = {
  "by a tap": (page) => page.locator(".exit").click(),
  "by Escape twice": async (page) => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
  },
};

const SCREENS = {
  "the first screens": async (page) => {
    await page.goto(APP);
    await on(page, "welcome-language");
  },
  "a diary entry": async (page) => {
    await settle(page);
    await enter(page, "door-diary", "diary-title");
    await write(page, PRIVATE);
    await page.getByText(PRIVATE).click();
    await page.locator("textarea").waitFor();
  },
  "a practice": async (page) => {
    await settle(page);
    await toOffers(page);
    await startFirst(page);
  },
};

const measures = async (page) => {
  await page.waitForURL("**/measures/");
  await page.locator("h1", { hasText: /kitchen/i }).waitFor();
};

for (const [way, leave] of Object.entries(WAYS)) {
  for (const [where, go] of Object.entries(SCREENS)) {
    story(`leaving quickly ${way} from ${where} shows kitchen measures, and back shows nothing private`, async ({ page }) => {
      await go(page);
      await leave(page);
      await measures(page);
      const text = await page.evaluate(() => document.documentElement.outerHTML + document.title);
      ok(!text.includes(PRIVATE) && !text.includes(t("diary-title")));
      for (let n = 0; n < 4; n++) {
        await page.goBack({ waitUntil: "load" }).catch(() => {});
        if (page.url() === "about:blank") break;
        const shown = await until("a page", () => page.evaluate(() => document.body.innerText).catch(() => ""));
        ok(!shown.includes(PRIVATE) && !shown.includes(t("diary-new")), shown);
      }
    });
  }
}

story("leaving quickly from a locked-able app leaves it locked", async ({ page }) => {
  await settle(page, { passcode: PASSCODE });
  await enter(page, "door-diary", "diary-title");
  await write(page, PRIVATE);
  await page.locator(".exit").click();
  await measures(page);
  await page.goto(APP);
  await on(page, "locked-title");
  ok(!(await page.content()).includes(PRIVATE));
});

story("Escape held down, or pressed twice slowly, leaves nothing", async ({ page }) => {
  await settle(page);
  await page.keyboard.down("Escape");
  await page.keyboard.down("Escape");
  await page.keyboard.down("Escape");
  await page.keyboard.up("Escape");
  await home(page);
  equal(new URL(page.url()).pathname, APP);
});

story("the address never says where in the app one is", async ({ page }) => {
  const seen = new Set();
  page.on("framenavigated", (frame) => seen.add(new URL(frame.url()).pathname + new URL(frame.url()).hash));
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await back(page);
  await home(page);
  await toOffers(page);
  await startFirst(page);
  await tap(page, "making-it-worse");
  await on(page, "grounding-title");
  equal([...seen].join(), APP);
  for (const [hash, title] of [["#plan", "plan-title"], ["#people", "people-title"], ["#urge", "urge-how-strong"], ["#practices", "practices-title"]]) {
    await page.goto(`/measures/`);
    await page.goto(`${APP}${hash}`);
    await on(page, title);
    equal(page.url().endsWith(APP), true);
  }
});
