// SPDX-License-Identifier: Apache-2.0
// Reading in the app and on the pages: found with no network, the same in both, and nothing private in an address.
import { deepEqual, equal, ok } from "node:assert/strict";
import { story, until } from "../lib/story.js";
import { t } from "../lib/words.js";
import { back, home, kept, on, settle } from "./steps.js";
import { heading, toLibrary } from "./slower.js";

const QUERIES = ["shame", "friend", "scar", "mum", "nobody knows", "critic kind", "cutting", "dbt", "zzz", "Ärger"];

/** The titles that a search shows. */
const hits = (page) => page.locator("#results .door > span:first-child").allTextContents();

/** Searches and waits until the answer is there. */
const search = async (page, words) => {
  await page.fill("#query", "");
  await page.waitForFunction(() => document.getElementById("found").textContent === "");
  await page.fill("#query", words);
  await page.waitForFunction(() => document.getElementById("found").textContent !== "");
  return hits(page);
};

story("the search of the pages and that of the app find the same, with no network", async ({ page, context, origin }) => {
  await settle(page);
  const other = await context.newPage();
  await other.goto(`${origin}/en/library/`);
  await kept(other);
  await until("the index is kept", () => other.evaluate(() => caches.match("/data/en/search.json").then(Boolean)));
  await toLibrary(page);
  await context.setOffline(true);
  await other.reload();
  let found = 0;
  for (const words of QUERIES) {
    const [pages, app] = [await search(other, words), await search(page, words)];
    deepEqual(app, pages, words);
    found += pages.length;
    if (words === "zzz") equal(await page.locator("#found").textContent(), t("search-none"));
  }
  ok(found > 20, "it finds things");
});

story("words of dying show the way to a person first, in both", async ({ page, context, origin }) => {
  await settle(page);
  await toLibrary(page);
  const other = await context.newPage();
  await other.goto(`${origin}/en/library/`);
  for (const one of [page, other]) {
    await search(one, "friend");
    equal(await one.getByText(t("search-urgent")).isVisible(), false);
    await search(one, "want to die");
    await one.getByText(t("search-urgent")).waitFor();
    const help = one.getByText(t("site-emergency-door")).first();
    const [first, result] = [await help.boundingBox(), await one.locator("#results .door").first().boundingBox()];
    ok(first.y < result.y, "before anything that was found");
  }
});

story("an article is read, leads on, and says who wrote it and that nobody trained has reviewed it", async ({ page, context, origin }) => {
  await settle(page);
  await toLibrary(page);
  await page.getByRole("button", { name: /^Why it hides/ }).click();
  await heading(page, "Why it hides");
  await page.getByText(t("article-not-reviewed")).waitFor();
  await page.getByText(/Readable from about age \d+/).waitFor();
  const before = context.asked.length;
  for (const summary of await page.locator("article summary").all()) await summary.click();
  await page.getByRole("link", { name: "Who gets told" }).first().click();
  await heading(page, "Who gets told?");
  equal(page.url(), `${origin}/app/`, "the address says nothing");
  deepEqual(context.asked.slice(before), [], "nothing is asked for");
  await back(page);
  await heading(page, "Why it hides");
  await page.getByRole("button", { name: new RegExp(`^Near people`) }).click();
  await page.locator(".step-text").waitFor();
  await page.goBack();
  await heading(page, "Why it hides");
});

story("a page of the library opens one of its practices in the app", async ({ page, origin }) => {
  await settle(page);
  await page.goto(`${origin}/en/library/why-it-hides/`);
  await page.getByRole("link", { name: /^Near people/ }).click();
  await page.locator(".step-text").waitFor();
  equal(page.url(), `${origin}/app/`);
});

story("supporters and counsellors have their reading without an account", async ({ page, origin }) => {
  for (const [path, many] of [["/en/supporters/", 6], ["/en/guide/", 10]]) {
    await page.goto(origin + path);
    equal(await page.locator(".numbered .door").count(), many, path);
    for (let n = 1; n <= many; n += 1) {
      if (n === 1) await page.locator(".numbered .door").first().click();
      else await page.locator("h2", { hasText: new RegExp(`^${t("article-next")}$`) }).locator("+ ul a").click();
      ok((await page.locator("h1").textContent()).startsWith(`${n}. `), `${path} ${n}`);
    }
  }
});

story("an emergency page puts the chosen country's number first", async ({ page, origin }) => {
  await page.goto(`${origin}/en/lines/nz/`);
  await page.goto(`${origin}/en/supporters/when-it-is-an-emergency/`);
  const first = page.locator("#countries li").first();
  equal(await first.getAttribute("data-code"), "nz");
  equal(await first.getByRole("link", { name: /111/ }).getAttribute("href"), "tel:111");
});

story("the library can be left for home and found again", async ({ page }) => {
  await settle(page);
  await toLibrary(page);
  await back(page);
  await home(page);
  await toLibrary(page);
  await on(page, "site-library");
});
