// SPDX-License-Identifier: Apache-2.0
// What nobody has reviewed or checked says so where it is read. The pages of every language: crates/pages/tests/safety.rs.
import { equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { NINE, add, card, madeUp, toMeasures } from "./measures.js";
import { openStep, toProgramme } from "./slower.js";
import { enter, home, settle } from "./steps.js";

/** A string of a language's own files. */
const say = (tag, key) => {
  for (const name of ["app", "site"]) {
    const file = readFileSync(new URL(`../../content/${tag}/ui/${name}.ftl`, import.meta.url), "utf8");
    const found = file.match(new RegExp(`^${key} = (.*)$`, "m"));
    if (found) return found[1];
  }
  throw new Error(`${tag} has no ${key}`);
};

for (const tag of ["en", "fr-CA", "es", "de"]) {
  story(`where all practices stand, and on the page for right now, it is said that nobody has reviewed them, in ${tag}`, { phone: { locale: tag } }, async ({ page }) => {
    await page.goto("/app/");
    for (const key of ["next", "skip", "welcome-no-passcode"]) {
      await page.getByRole("button", { name: say(tag, key), exact: true }).click();
    }
    await page.locator("h1", { hasText: say(tag, "home-title") }).waitFor();
    await page.locator("main button.door", { hasText: say(tag, "door-practices") }).click();
    await page.locator("main").getByText(say(tag, "practices-not-reviewed")).waitFor();
    await page.goto(`/${tag}/right-now/`);
    ok(await page.getByText(say(tag, "site-not-reviewed"), { exact: true }).isVisible());
  });
}

story("a step of the slower work says who wrote it and that nobody trained has reviewed it", async ({ page }) => {
  await settle(page);
  await toProgramme(page);
  const title = await page.locator("main > .door span").first().textContent();
  await openStep(page, title);
  await page.getByText(t("article-not-reviewed")).first().waitFor();
  await page.getByText(t("author-project-writer")).first().waitFor();
});

story("questions say what nobody has tested or checked of them, before anybody answers", async ({ page }) => {
  await settle(page);
  await toMeasures(page);
  const says = async (title, key, is) => {
    const one = card(page, title);
    await one.locator("summary").first().click();
    await one.getByText(t("measures-terms")).first().waitFor();
    equal(await one.getByText(t(key), { exact: true }).count(), is, `${title}: ${key}`);
  };
  await says(t("weekly-title"), "measures-own-words", 1);
  await (await add(page, madeUp())).filter({ hasText: t("measures-added", { title: NINE }) }).waitFor();
  await says(NINE, "measures-not-checked", 1);
  equal(await card(page, NINE).getByText(t("measures-own-words"), { exact: true }).count(), 0);
});

story("the door to what Kindhold is not stands on the first screen of all and in the settings", async ({ page }) => {
  await page.goto("/app/");
  await page.getByRole("link", { name: t("welcome-about") }).or(page.getByRole("button", { name: t("welcome-about") })).first().click();
  await page.waitForURL("**/en/about/");
  ok(await page.locator("#not").isVisible());
  ok((await page.locator("#not").locator("xpath=..").innerText()).includes("not watched"));
  await settle(page);
  await enter(page, "door-settings", "settings-title");
  await page.getByRole("button", { name: t("settings-about") }).click();
  await page.waitForURL("**/en/about/");
  await page.goto("/app/");
  await home(page);
});
