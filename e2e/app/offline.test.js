// SPDX-License-Identifier: Apache-2.0
import { equal, ok } from "node:assert/strict";
import { keptOnDevice } from "../lib/browser.js";
import { startServer } from "../lib/server.js";
import { story, until } from "../lib/story.js";
import { t } from "../lib/words.js";
import { APP, enter, home, on, playThrough, settle, startFirst, tap, toOffers, write } from "./steps.js";

const everything = async (page) => {
  await page.goto(APP);
  await home(page);
  await toOffers(page, { functions: ["regulate-down"] });
  await startFirst(page);
  await playThrough(page);
  await tap(page, "enough-for-now");
  await home(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "Written on the train, in the tunnel.");
  await page.reload();
  await home(page);
  await enter(page, "door-diary", "diary-title");
  await page.getByText("Written on the train, in the tunnel.").waitFor();
};

story("after one visit the app works without a network: an urge, the diary, starting again", async ({ page, context }) => {
  await settle(page);
  await keptOnDevice(page);
  await context.setOffline(true);
  await everything(page);
});

story("after one visit to the app the static pages open without a network", async ({ page, context }) => {
  await settle(page);
  await keptOnDevice(page);
  await context.setOffline(true);
  for (const path of ["/en/right-now/", "/en/already-decided/", "/en/it-happened/", "/en/lines/gb/", "/measures/"]) {
    await page.goto(path);
    ok((await page.locator("h1").textContent()).length > 2, path);
  }
  await page.goto(APP);
  await home(page);
  await page.getByRole("link", { name: t("crisis-lines") }).or(page.getByRole("button", { name: t("crisis-lines") })).first().click();
  await page.waitForURL("**/en/lines/gb/");
});

story("with the server stopped a fresh page opens, and everything works", async ({ another, allow, late }) => {
  const server = await startServer();
  allow(new RegExp(`^${server.origin}/`));
  let stopped = false;
  late(async () => stopped || (await server.stop()));
  const context = await another({ baseURL: server.origin });
  const page = await context.newPage();
  await settle(page);
  await keptOnDevice(page);
  await page.close();
  await server.stop();
  stopped = true;
  await everything(await context.newPage());
});

story("when the visit was to a static page alone, the app opens without a network all the same", async ({ page, context }) => {
  await page.goto("/en/right-now/");
  await keptOnDevice(page);
  await context.setOffline(true);
  await page.goto(APP);
  await on(page, "welcome-language");
  await tap(page, "door-urge");
  await on(page, "urge-how-strong");
  const files = await until("everything kept", () =>
    page.evaluate(async () => {
      const [name] = await caches.keys();
      return (await (await caches.open(name)).keys()).length;
    }),
  );
  equal(files > 30, true);
});
