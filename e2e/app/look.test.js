// SPDX-License-Identifier: Apache-2.0
// How every screen looks: in each theme, with large text, without movement, under a thumb.
import { deepEqual, equal } from "node:assert/strict";
import { THEMES, isAccessible } from "../lib/axe.js";
import { openProfile, overflow } from "../lib/browser.js";
import { story } from "../lib/story.js";
import { on, settle, startFirst, tap, toOffers } from "./steps.js";
import { tour } from "./tour.js";

/** What cannot be hit by a thumb: targets under 44 px, links inside sentences left out (WCAG 2.5.8). */
const small = (page) =>
  page.evaluate(() => {
    const inSentence = (e) => e.tagName === "A" && getComputedStyle(e).display === "inline";
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
      .filter((e) => e.checkVisibility() && !inSentence(e))
      .map((e) => ({ e, box: (e.labels?.[0]?.contains(e) && e.type === "checkbox" ? e.labels[0] : e).getBoundingClientRect() }))
      .filter(({ box }) => box.width < 43.5 || box.height < 43.5)
      .map(({ e, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${e.outerHTML.slice(0, 90)}`);
  });

/** What is cut off: an element whose words are wider or higher than its box, which hides the rest. */
const clipped = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main *, .bar *")]
      .filter((e) => e.checkVisibility() && !e.closest(".hidden-visually, svg") && !["INPUT", "TEXTAREA", "SELECT", "OPTION"].includes(e.tagName))
      .filter((e) => {
        const style = getComputedStyle(e);
        const hides = style.overflowX !== "visible" || style.overflowY !== "visible";
        const over = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
        const box = e.getBoundingClientRect();
        const outside = box.right > document.documentElement.clientWidth + 1 || box.left < -1;
        return (hides && over) || outside;
      })
      .map((e) => e.outerHTML.slice(0, 90)),
  );

story("axe-core finds nothing on any screen in any theme", { timeout: 180_000 }, async ({ page }) => {
  const found = [];
  await tour(page, async (name) => {
    for (const theme of THEMES) {
      await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
      await isAccessible(page, `${name}, ${theme}`).catch((error) => found.push(`${name}, ${theme}: ${error.message}`));
    }
  });
  deepEqual(found, []);
});

/** Somebody chose this in the settings before. An empty page has no storage to remember it in. */
const choose = ([what, value]) => {
  if (location.protocol === "http:") localStorage.setItem(what, value);
};

const PHONES = {
  "as it comes": ({ another }) => another(),
  "on the narrowest screen": ({ another }) => another({ viewport: { width: 320, height: 560 } }),
  "with text twice as large on the device": async ({ t, adopt, origin }) =>
    adopt(await openProfile(t, { largeText: true, baseURL: origin, locale: "en-GB" })),
  "with very large text from the settings": async ({ another }) => {
    const context = await another();
    await context.addInitScript(choose, ["text", "3"]);
    return context;
  },
};

for (const [what, phone] of Object.entries(PHONES)) {
  story(`${what}, nothing sticks out, nothing is cut off, and every target is large enough`, { timeout: 120_000 }, async (scene) => {
    const page = await (await phone(scene)).newPage();
    const found = [];
    await tour(page, async (name) => {
      const wide = await overflow(page);
      if (wide) found.push(`${name}: ${wide}`);
      for (const cut of await clipped(page)) found.push(`${name}: cut off ${cut}`);
      for (const target of await small(page)) found.push(`${name}: small ${target}`);
    });
    deepEqual(found, []);
  });
}

const running = (page) =>
  page.evaluate(() => document.getAnimations().filter((a) => a.playState === "running").length);

story("nothing moves for those who asked for less movement, on the device or in the settings", async ({ page, another }) => {
  await settle(page);
  await toOffers(page);
  await startFirst(page);
  equal((await running(page)) > 0, true, "a picture moves");
  await page.emulateMedia({ reducedMotion: "reduce" });
  equal(await running(page), 0);

  const still = await (await another()).newPage();
  await still.addInitScript(choose, ["motion", "less"]);
  await settle(still);
  await toOffers(still);
  await startFirst(still);
  equal(await running(still), 0);
  await tap(still, "ground-me");
  await on(still, "grounding-title");
  equal(await running(still), 0);
});

story("colours follow the device until the person chooses, and the choice stays", async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await settle(page);
  const light = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await paper();
  equal(dark === light, false);
  await page.evaluate(() => localStorage.setItem("theme", "light"));
  await page.reload();
  await page.locator("h1:focus").waitFor();
  equal(await paper(), light);
});
