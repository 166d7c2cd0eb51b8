// SPDX-License-Identifier: Apache-2.0
// Nothing calls attention to itself: no notice, no buzz, no badge; and nothing is made of having been away.
import { deepEqual, equal, ok } from "node:assert/strict";
import { allPaths } from "../lib/server.js";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { toMeasures } from "./measures.js";
import { back, enter, home, meetUrge, on, says, settle, tap, write, writePlan } from "./steps.js";

/** In the page: says of everything that could be heard or seen from outside that it was used. */
const listen = () => {
  const say = (what) => () => {
    globalThis.rang(what);
    return Promise.resolve("denied");
  };
  const take = (owner, name) => owner && Object.defineProperty(owner, name, { value: say(name), configurable: true });
  take(globalThis.Notification, "requestPermission");
  take(globalThis.ServiceWorkerRegistration?.prototype, "showNotification");
  take(globalThis.PushManager?.prototype, "subscribe");
  for (const name of ["vibrate", "setAppBadge"]) take(Navigator.prototype, name);
};

story("nothing asks for leave to notify, notifies, buzzes or puts a mark on the icon", { timeout: 150_000 }, async ({ page, context, origin }) => {
  const heard = [];
  await context.exposeBinding("rang", (_, what) => heard.push(what));
  await context.addInitScript(listen);
  await settle(page);
  await page.evaluate(() => navigator.vibrate(1));
  deepEqual(heard, ["vibrate"], "it would be heard");
  heard.length = 0;
  await writePlan(page, { alone: ["The long playlist"] });
  await meetUrge(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "Rain all day.");
  await back(page);
  await home(page);
  await toMeasures(page);
  deepEqual(heard, []);
  const scripts = (await allPaths(origin)).filter((path) => path.endsWith(".js"));
  ok(scripts.length >= 5, scripts.join());
  for (const path of [...scripts, "/sw.js"]) {
    const text = await (await fetch(origin + path)).text();
    equal(/Notification|PushManager|pushManager|setAppBadge|vibrate|["']push["']/.exec(text), null, path);
  }
});

story("after two months away the first screen is as it was, and what helped has not fallen", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-09-20T20:00:00Z") });
  await settle(page);
  await meetUrge(page, { helped: "lot" });
  await page.reload();
  await home(page);
  const words = () => page.locator("main").innerText();
  const helps = async () => {
    await enter(page, "door-helps", "helps-title");
    await says(page, "helps-goes", { n: 1 });
    const said = await words();
    await back(page);
    await home(page);
    return said;
  };
  const before = [await words(), await helps()];
  await page.clock.setSystemTime(new Date("2026-11-21T20:00:00Z"));
  await page.reload();
  await home(page);
  deepEqual([await words(), await helps()], before);
  ok(before[1].includes(t("helps-note")));
  await tap(page, "door-urge");
  await on(page, "urge-how-strong");
});
