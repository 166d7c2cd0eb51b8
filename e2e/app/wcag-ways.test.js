// SPDX-License-Identifier: Apache-2.0
// Ways in which people use a device: pasting, turning it, colours of their own, hearing what changed.
import { deepEqual, equal, ok } from "node:assert/strict";
import { overflow } from "../lib/browser.js";
import { story } from "../lib/story.js";
import { staticPages } from "../lib/server.js";
import { t } from "../lib/words.js";
import { faultsOf } from "./looks.js";
import { toData } from "./moving.js";
import {
  APP, PASSCODE, back, button, door, enter, field, home, on, settle, startFirst, tap, toOffers,
} from "./steps.js";

/** Puts something on the clipboard and pastes it into a field, as a password manager's user does. */
const paste = async (page, into, text) => {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await into.focus();
  await page.keyboard.press("Control+V");
  equal(await into.inputValue(), text, "it was pasted");
};

story("a passcode, the 12 words and a passphrase can be pasted, and nothing has to be solved", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(APP);
  await tap(page, "welcome-other-device");
  await on(page, "join-title");
  await paste(page, field(page, "join-words"), "river river river river river river river river river river river river");
  await page.goto("/measures/");
  await page.goto(APP);
  await tap(page, "next");
  await tap(page, "skip");
  await paste(page, field(page, "passcode-new"), PASSCODE);
  await paste(page, field(page, "passcode-again"), PASSCODE);
  await tap(page, "welcome-use-passcode");
  await home(page);
  await page.reload();
  await on(page, "locked-title");
  equal(await page.locator("#passcode").getAttribute("autocomplete"), "current-password");
  await paste(page, page.locator("#passcode"), PASSCODE);
  await tap(page, "locked-open");
  await home(page);
  await toData(page);
  await paste(page, field(page, "import-passphrase"), "a passphrase from somewhere else");
});

/** The part of the page that is spoken by itself and says this, with where the focus was before and after. */
const spoken = async (page, key, args, work) => {
  await work();
  const said = page.locator("[role=status], [role=alert], [aria-live]").filter({ hasText: t(key, args) });
  await said.first().waitFor();
};

story("what changed is in a part of the page that is spoken by itself", async ({ page }) => {
  await settle(page);
  await toOffers(page);
  const title = await page.locator(".offer-title").first().textContent();
  await spoken(page, "offers-hidden", { title }, () => tap(page, "hide-named", { title }));
  for (let n = 0; n < 3; n += 1) await back(page);
  await home(page);
  await enter(page, "door-settings", "settings-title");
  await door(page, "lock-title").click();
  await on(page, "lock-title");
  await field(page, "passcode-new").fill(PASSCODE);
  await spoken(page, "passcode-differ", {}, () => field(page, "passcode-again").fill("something else"));
  await field(page, "passcode-again").fill(PASSCODE);
  await spoken(page, "passcode-is-set", {}, () => tap(page, "keep"));
  await back(page);
  await door(page, "data-title").click();
  await on(page, "data-title");
  await spoken(page, "import-pick-first", {}, () => tap(page, "import-do"));
  const coming = page.waitForEvent("download");
  await spoken(page, "export-done", {}, () => tap(page, "export-do"));
  await coming;
});

story("turned on its side nothing is lost, and nothing asks to be turned", async ({ page, origin }) => {
  await page.setViewportSize({ width: 640, height: 360 });
  const found = [];
  const look = async (name) => found.push(...(await faultsOf(page, name)));
  await settle(page);
  await look("home");
  await toOffers(page);
  await look("offers");
  await startFirst(page);
  await look("a practice");
  await button(page, "next").scrollIntoViewIfNeeded();
  await tap(page, "next");
  await page.goto("/en/right-now/");
  equal(await overflow(page), null);
  deepEqual(found, []);
  for (const name of ["/manifest.webmanifest", "/manifest-plain.webmanifest"]) {
    equal((await (await fetch(origin + name)).json()).orientation, undefined, name);
  }
});

story("with colours of the device’s own what is chosen and what has the focus can still be told", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await settle(page);
  await tap(page, "door-urge");
  await tap(page, "scale-of-ten", { n: 7 });
  await on(page, "functions-title");
  await tap(page, "function-punish-self");
  const look = (key) =>
    button(page, key).evaluate((e) => {
      const { borderTopWidth, borderTopStyle, outlineStyle, outlineWidth } = getComputedStyle(e);
      return { border: `${borderTopWidth} ${borderTopStyle}`, outline: `${outlineWidth} ${outlineStyle}` };
    });
  const [chosen, other] = [await look("function-punish-self"), await look("function-belong")];
  ok(chosen.border !== other.border, `chosen ${chosen.border}, not chosen ${other.border}`);
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outline);
  ok(/solid/.test(outline) && /3px/.test(outline), outline);
  // Fields and buttons keep an edge where their ground is the device's.
  equal(await button(page, "next").evaluate((e) => getComputedStyle(e).borderTopStyle), "solid");
});

story("help stands in the same place and order on every page, with the way out first", async ({ origin }) => {
  const links = (html) => [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => href);
  const ways = async (path) => {
    const html = await (await fetch(origin + path)).text();
    const [first] = links(html.split("<body")[1]).filter((href) => href !== "#main");
    return { first, all: links(html.split("<footer>").at(-1)) };
  };
  const order = (await ways("/en/")).all.filter((href) => /^\/(en|app)\//.test(href));
  ok(order.includes("/en/lines/") && order.length > 8, order.join(" "));
  for (const path of (await staticPages(origin)).filter((path) => path.startsWith("/en/") && path !== "/en/")) {
    const { first, all } = await ways(path);
    equal(first, "/measures/", path);
    deepEqual(all.filter((href) => order.includes(href)), order.filter((href) => href !== path), path);
  }
});
