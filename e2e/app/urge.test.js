// SPDX-License-Identifier: Apache-2.0
import { equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import {
  APP, back, button, door, enter, home, offers, on, playThrough, says, settle, startFirst, tap, titles, toOffers,
} from "./steps.js";

story("an urge is met: how strong, what for, three offers with a reason, a practice to its end, and how it is then", async ({ page }) => {
  await settle(page);
  await toOffers(page, { strength: 8, functions: ["punish-self", "regulate-down"] });
  equal(await offers(page).count(), 3);
  for (const offer of await offers(page).all()) {
    ok((await offer.locator(".why").textContent()).length > 20);
  }
  ok(await door(page, "be-with-someone").isVisible());
  await startFirst(page);
  const said = await playThrough(page);
  ok(said.length >= 3);
  equal(new Set(said).size, said.length);
  await tap(page, "helped-bit");
  await tap(page, "scale-of-ten", { n: 3 });
  equal(await button(page, "another-door").count(), 0);
  await tap(page, "enough-for-now");
  await home(page);
  await enter(page, "door-helps", "helps-title");
  await says(page, "helps-goes", { n: 1 });
});

story("two taps lead from opening the app to the first practice", async ({ page }) => {
  await settle(page);
  await page.reload();
  await home(page);
  await tap(page, "door-urge");
  await tap(page, "urge-just-start");
  await page.locator(".player .step-text").waitFor();
  ok(await button(page, "ground-me").isVisible());
  ok(await button(page, "making-it-worse").isVisible());
});

story("strength and what it is for can be skipped, and several answers can be given", async ({ page }) => {
  await settle(page);
  await tap(page, "door-urge");
  await tap(page, "skip");
  await on(page, "functions-title");
  await tap(page, "functions-not-sure");
  await on(page, "offers-title");
  equal(await offers(page).count(), 3);
  await back(page);
  await tap(page, "function-belong");
  await tap(page, "function-feel-something");
  equal(await button(page, "function-belong").getAttribute("aria-pressed"), "true");
  await tap(page, "next");
  await on(page, "offers-title");
});

for (const one of ["regulate-down", "feel-something", "punish-self", "reach-others", "hold-off", "belong"]) {
  story(`three practices with a reason answer “${t(`function-${one}`)}”`, async ({ page }) => {
    await settle(page);
    await toOffers(page, { functions: [one] });
    equal(await offers(page).count(), 3);
    equal(new Set(await titles(page)).size, 3);
    for (const why of await page.locator(".offer .why").allTextContents()) ok(why.length > 20, why);
  });
}

story("a practice that is hidden for good is not offered again, and that can be undone at once or later", async ({ page }) => {
  await settle(page);
  await toOffers(page, { functions: ["regulate-down"] });
  const [first] = await titles(page);
  await tap(page, "hide-named", { title: first });
  await page.getByText(t("offers-hidden", { title: first })).waitFor();
  equal(await offers(page).count(), 3);
  ok(!(await titles(page)).includes(first));
  await tap(page, "undo");
  await offers(page).filter({ hasText: first }).waitFor();
  await tap(page, "hide-named", { title: first });
  await page.getByText(t("offers-hidden", { title: first })).waitFor();

  await page.reload();
  await home(page);
  await toOffers(page, { functions: ["regulate-down"] });
  ok(!(await titles(page)).includes(first));

  await page.reload();
  await home(page);
  await enter(page, "door-practices", "practices-title");
  const card = page.locator(".card", { hasText: first });
  await card.getByRole("button", { name: t("show-again") }).click();
  await page.locator("button.door", { hasText: first }).waitFor();
  await page.reload();
  await home(page);
  await toOffers(page, { functions: ["regulate-down"] });
  ok((await titles(page)).includes(first));
});

story("“this is making it worse” leads to the ground, and that practice is not offered again", async ({ page }) => {
  await settle(page);
  await toOffers(page, { functions: ["punish-self"] });
  const title = await startFirst(page);
  await tap(page, "next");
  await tap(page, "making-it-worse");
  await on(page, "grounding-title");
  await says(page, "grounding-worse");
  await says(page, "grounding-1");
  await tap(page, "go-on");
  await on(page, "after-title");
  await tap(page, "something-else");
  await on(page, "offers-title");
  ok(!(await titles(page)).includes(title));
  await page.reload();
  await home(page);
  for (let n = 0; n < 2; n++) {
    await toOffers(page, { functions: ["punish-self"] });
    ok(!(await titles(page)).includes(title));
    for (let steps = 0; steps < 3; steps++) await back(page);
    await home(page);
  }
});

story("“it made it worse”, said afterwards, counts as much", async ({ page }) => {
  await settle(page);
  await toOffers(page, { functions: ["belong"] });
  const title = await startFirst(page);
  await playThrough(page);
  await tap(page, "helped-worse");
  await tap(page, "enough-for-now");
  await home(page);
  await toOffers(page, { functions: ["belong"] });
  ok(!(await titles(page)).includes(title));
});
