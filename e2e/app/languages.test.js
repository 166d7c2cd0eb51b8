// SPDX-License-Identifier: Apache-2.0
// The same app in each language: the device's own to begin with, another by one tap, kept for when there is no network.
import { equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { story, until } from "../lib/story.js";

const LANGUAGES = ["fr-CA", "es", "de"];

/** A string of a language's own files. */
const say = (tag, key) => {
  for (const name of ["app", "site", "reading", "together"]) {
    const file = readFileSync(new URL(`../../content/${tag}/ui/${name}.ftl`, import.meta.url), "utf8");
    const found = file.match(new RegExp(`^${key} = ?(.*)$`, "m"));
    if (found) return found[1];
  }
  throw new Error(`${tag} has no ${key}`);
};

const heading = (page, words) => page.locator("h1", { hasText: words }).waitFor();

for (const tag of LANGUAGES) {
  story(`a device that asks for ${tag} gets it from the first word, and an urge is met in it`, { phone: { locale: tag } }, async ({ page }) => {
    await page.goto("/app/");
    await heading(page, say(tag, "welcome-language"));
    equal(await page.locator("html").getAttribute("lang"), tag);
    await page.getByRole("button", { name: say(tag, "door-urge"), exact: true }).click();
    await heading(page, say(tag, "urge-how-strong"));
    await page.locator(".scale button").nth(6).click();
    await heading(page, say(tag, "functions-title"));
    await page.getByRole("button", { name: say(tag, "functions-not-sure"), exact: true }).click();
    await page.locator("article.offer").nth(2).waitFor();
    await page.locator("article.offer button").first().click();
    await page.locator(".step-text").waitFor();
    const text = await page.locator("body").innerText();
    ok(!/\b(the|and|your|with)\b/i.test(text.replace(/Kindhold/g, "")), `no English is left:\n${text}`);
  });
}

story("another language is one tap away, on the pages and in the app, and both remember it", async ({ page, origin }) => {
  await page.goto("/app/");
  await page.getByRole("button", { name: "Français (Canada)" }).click();
  await heading(page, say("fr-CA", "welcome-language"));
  await page.goto(origin);
  await page.waitForURL(`${origin}/fr-CA/`);
  await page.getByRole("link", { name: "Deutsch" }).click();
  await page.waitForURL(`${origin}/de/`);
  await page.goto("/app/");
  await heading(page, say("de", "welcome-language"));
  const doors = await page.locator("html").getAttribute("lang");
  equal(doors, "de");
});

story("a language in use is kept for when there is no network; one that is not leads to one that is", async ({ page, context }) => {
  await page.goto("/es/right-now/");
  const has = (path) => page.evaluate((path) => caches.match(path).then(Boolean), path);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  await until("Spanish is kept", () => has("/es/it-happened/"));
  await until("so is the app in it", () => has("/data/es/strings.json"));
  equal(await has("/de/it-happened/"), false, "what nobody uses costs no data");
  await context.setOffline(true);
  await page.goto("/es/it-happened/");
  equal(await page.locator("html").getAttribute("lang"), "es");
  await page.goto("/de/it-happened/");
  ok(["en", "es"].includes(await page.locator("html").getAttribute("lang")), "better in another language than not at all");
  await context.setOffline(false);
  await page.goto("/de/right-now/");
  await until("German is kept once it is used", () => has("/de/it-happened/"));
});

story("what is not translated is shown in English and says so", { phone: { locale: "de" } }, async ({ page }) => {
  await page.goto("/de/library/why-it-hides/");
  await page.getByText(say("de", "article-english")).waitFor();
  equal(await page.locator("article").getAttribute("lang"), "en");
  await page.goto("/es/library/why-it-hides/");
  equal(await page.locator("article[lang]").count(), 0);
});

story("before the app has started its doors are in the language of the device", { phone: { locale: "fr-CA", serviceWorkers: "block" } }, async ({ page, context, allow }) => {
  allow(/kindhold/, /service worker/i, /Failed to load/);
  await context.route("**/app/*.wasm", (route) => route.abort());
  await page.goto("/app/");
  const door = page.getByRole("link", { name: say("fr-CA", "site-right-now"), exact: true });
  await door.waitFor();
  equal(await door.getAttribute("href"), "/fr-CA/right-now/");
});
