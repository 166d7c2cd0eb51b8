// SPDX-License-Identifier: Apache-2.0
// What docs/accessibility.md says of every screen, held by one walk past all of them.
import { deepEqual, ok } from "node:assert/strict";
import { after, test } from "node:test";
import { newProfile } from "../lib/browser.js";
import { stage } from "../lib/stage.js";
import { faultsOf } from "./looks.js";
import { tour } from "./tour.js";
import { byKeyboard, faint, misnamed, spread, unsaid, untold } from "./wcag.js";

/** How a pointer or a key may be listened to: a tap counts when it ends, and nothing is dragged, held or shaken. */
const MAY_LISTEN = new Set(["click", "change", "input", "submit", "keydown", "toggle"]);
const POINTING = /^(mouse|pointer|touch|drag|drop|key|wheel|device|gesture|contextmenu|dblclick|click|change|input|submit|toggle)/;

const listening = () => {
  window.heard = new Set();
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (kind, ...rest) {
    // The test's own way of tapping listens too.
    if (new Error().stack.includes("/app/")) window.heard.add(kind);
    return addEventListener.call(this, kind, ...rest);
  };
};

const walk = async () => {
  const { origin, browser } = await stage();
  const context = await newProfile(browser, { baseURL: origin, locale: "en-GB" });
  after(() => context.close());
  await context.addInitScript(listening);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const found = { spacing: [], keyboard: [], fields: [], names: [], said: [], edges: [], heard: [], screens: 0 };
  await tour(page, async (name) => {
    found.screens += 1;
    const note = (kind, faults) => found[kind].push(...faults.map((fault) => `${name}: ${fault}`));
    note("fields", await untold(page));
    note("names", await misnamed(page));
    note("said", await unsaid(page));
    for (const theme of ["light", "dark", "contrast"]) {
      await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
      note("edges", (await faint(page)).map((fault) => `${theme}: ${fault}`));
    }
    await page.evaluate(() => delete document.documentElement.dataset.theme);
    await spread(page, true);
    found.spacing.push(...(await faultsOf(page, name)));
    await spread(page, false);
    note("keyboard", await byKeyboard(page));
    found.heard.push(...(await page.evaluate(() => [...window.heard])));
  });
  return found;
};

let walking;
const HELD = {
  "with wider spaces between letters, words and lines nothing sticks out and nothing is cut off": "spacing",
  "by keyboard every screen is gone through in order to its end, each stop marked and none covered": "keyboard",
  "every field tells the browser not to keep what is in it": "fields",
  "what is seen on a control is part of what it is called": "names",
  "every screen says its title, its language and its main part, and shows nothing at a pointer alone": "said",
  "the edges of fields and choices stand out from what is around them, in every theme": "edges",
};

for (const [title, kind] of Object.entries(HELD)) {
  test(title, { timeout: 240_000 }, async () => {
    const found = await (walking ??= walk());
    deepEqual(found[kind], []);
    ok(found.screens > 25, `${found.screens} screens`);
  });
}

test("nothing is dragged, held, shaken or done by a path, and a tap counts when it ends", { timeout: 240_000 }, async () => {
  const { heard } = await (walking ??= walk());
  deepEqual([...new Set(heard)].filter((kind) => POINTING.test(kind) && !MAY_LISTEN.has(kind)), []);
  ok(heard.includes("click"), "and the listening is heard");
});
