// SPDX-License-Identifier: Apache-2.0
// The browser's store is missing, full, thrown away, or the clock runs backwards.
import { deepEqual, equal, ok } from "node:assert/strict";
import { keptOnDevice } from "../lib/browser.js";
import { story, until } from "../lib/story.js";
import { t } from "../lib/words.js";
import {
  APP, back, button, door, enter, home, offers, on, part, playThrough, rows, says, settle, startFirst, tap, toOffers, write,
  writePlan,
} from "./steps.js";

const BLOCKS = {
  "refuses to open": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  },
  "is not there": () => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  },
  "fails when it opens": () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function () {
      // A version that no browser takes back: the request ends in an error.
      open.call(this, "kindhold", 9).onsuccess = (event) => event.target.result.close();
      return open.call(this, "kindhold", 1);
    };
  },
};

for (const [what, block] of Object.entries(BLOCKS)) {
  story(`when the browser’s store ${what}, one sentence says so and everything else works`, async ({ page }) => {
    await page.addInitScript(block);
    await page.goto(APP);
    await until("a first screen", () => page.locator("h1").count());
    if (await button(page, "next").isVisible()) {
      await tap(page, "next");
      await tap(page, "skip");
      await tap(page, "welcome-no-passcode");
    }
    await page.locator("h1", { hasText: t("home-title") }).waitFor();
    const sentence = what === "fails when it opens" ? "trouble-newer" : "trouble-no-store";
    await says(page, sentence);
    await toOffers(page, { strength: 8, functions: ["punish-self"] });
    await startFirst(page);
    await playThrough(page);
    await tap(page, "enough-for-now");
    await home(page);
    await writePlan(page, { alone: ["Only for now"] });
    await enter(page, "door-diary", "diary-title");
    await write(page, "Held until the window closes.");
    await back(page);
    await home(page);
    await says(page, sentence);
  });
}

story("without localStorage the app works, and asks again the next time", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "Kept all the same.");
  await page.reload();
  await home(page);
});

/** Leaves this much room on the device beyond what the app itself takes, and no more. */
const room = async ({ page, context, origin }, bytes) => {
  await page.goto("/en/right-now/");
  await keptOnDevice(page);
  const cdp = await context.newCDPSession(page);
  const { usage } = await cdp.send("Storage.getUsageAndQuota", { origin });
  await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: usage + bytes });
  return () => cdp.send("Storage.overrideQuotaForOrigin", { origin });
};

/** Writes long entries until the device takes no more; returns what was confirmed. */
const fillUp = async (page) => {
  const confirmed = [];
  const full = page.getByRole("alert").filter({ hasText: t("trouble-full") });
  const diary = page.locator("h1:focus", { hasText: t("diary-title") });
  for (let n = 0; n < 60; n++) {
    const words = `Entry number ${n}. ${"The heron came back. ".repeat(900)}`;
    await tap(page, "diary-new");
    await page.locator("textarea").fill(words);
    await tap(page, "keep");
    await full.or(diary).first().waitFor();
    if (await full.isVisible()) return { confirmed, words };
    confirmed.push(`Entry number ${n}.`);
  }
  throw new Error("the device never became full");
};

story("when the device is full, one sentence says so, the words stay, and later they are kept", async (scene) => {
  const { page } = scene;
  const makeRoom = await room(scene, 250_000);
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  const { confirmed, words } = await fillUp(page);
  ok(confirmed.length > 0);
  equal(await page.locator("textarea").inputValue(), words);
  const before = await rows(page);
  await tap(page, "keep");
  await page.getByRole("alert").filter({ hasText: t("trouble-full") }).waitFor();
  deepEqual(await rows(page), before);
  await makeRoom();
  await tap(page, "keep");
  await on(page, "diary-title");
  await page.reload();
  await home(page);
  await enter(page, "door-diary", "diary-title");
  for (const one of [...confirmed, words.slice(0, 17)]) await page.getByText(one).first().waitFor();
});

story("an urge is met on a full device all the same", async (scene) => {
  const { page } = scene;
  await room(scene, 250_000);
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await fillUp(page);
  await back(page);
  // The sentence has the reading position here, not the heading.
  await page.getByRole("alert").filter({ hasText: t("trouble-full") }).waitFor();
  await page.goto(APP);
  await home(page);
  // That nothing of it can be kept is said on the way and takes the reading position.
  await tap(page, "door-urge");
  await tap(page, "scale-of-ten", { n: 8 });
  await tap(page, "function-punish-self");
  await tap(page, "next");
  await offers(page).first().getByRole("button").first().click();
  await page.locator(".player .step-text").waitFor();
  await tap(page, "stop-here");
  await tap(page, "enough-for-now");
  await home(page);
});

story("when the browser has thrown everything away, one sentence says so and a copy can come back in", async ({ page }) => {
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "Soon thrown away.");
  await page.goto("/measures/");
  await page.evaluate(
    () =>
      new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase("kindhold");
        request.onsuccess = done;
        request.onerror = failed;
      }),
  );
  await page.goto(APP);
  await page.getByRole("alert").filter({ hasText: t("trouble-thrown-away") }).waitFor();
  await tap(page, "next");
  await tap(page, "skip");
  await tap(page, "welcome-no-passcode");
  await home(page);
  await enter(page, "door-settings", "settings-title");
  await door(page, "data-title").click();
  await says(page, "import-title");
});

story("with the clock set back, the newest words still show, and nothing is lost", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-11-20T20:00:00Z") });
  await settle(page);
  await writePlan(page, { alone: ["The first way"] });
  const rewrite = async (words) => {
    await enter(page, "door-plan", "plan-title");
    await tap(page, "plan-write");
    await on(page, "plan-write-title");
    await part(page, "alone").getByRole("textbox").fill(words);
    await tap(page, "keep");
    await on(page, "plan-title");
    await page.locator(".plan-part:visible").getByText(words).waitFor();
    await back(page);
    await home(page);
  };
  await rewrite("The second way");
  await page.clock.setSystemTime(new Date("2020-01-01T00:00:00Z"));
  await rewrite("The third way");
  await page.reload();
  await home(page);
  await rewrite("The fourth way");
  await page.reload();
  await home(page);
  await enter(page, "door-plan", "plan-title");
  equal(await page.locator(".plan-part:visible li").first().textContent(), "The fourth way");
  await page.getByText(t("plan-earlier"), { exact: true }).click();
  const earlier = page.locator("details details");
  equal(await earlier.count(), 3);
  ok((await earlier.first().textContent()).includes("The third way"));
});

story("erasing really erases: no database, no choices, and the first screens come back", async ({ page }) => {
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "Not for ever.");
  await back(page);
  await home(page);
  await enter(page, "door-settings", "settings-title");
  await tap(page, "settings-theme-dark");
  await door(page, "erase-title").click();
  await on(page, "erase-title");
  ok(await button(page, "erase-do").isDisabled());
  await page.getByRole("checkbox").check();
  await tap(page, "erase-do");
  await on(page, "welcome-language");
  deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  const counts = await rows(page);
  equal(Object.values(counts).reduce((sum, n) => sum + n, 0), 0);
});
