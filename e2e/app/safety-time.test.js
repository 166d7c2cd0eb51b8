// SPDX-License-Identifier: Apache-2.0
// When something was: as the clock on the wall had it, wherever it is looked at later.
import { equal } from "node:assert/strict";
import { openProfile } from "../lib/browser.js";
import { story } from "../lib/story.js";
import { APP, back, enter, home, meetUrge, on, settle, write } from "./steps.js";

story("an entry keeps the day and the hour of where it was written, also when it is read on the other side of the world", { timeout: 120_000 }, async ({ t: test, origin, adopt }) => {
  const open = async (timezoneId, more = {}) => {
    const context = adopt(await openProfile(test, { baseURL: origin, locale: "en-GB", timezoneId, ...more }));
    return { context, page: context.pages()[0] };
  };
  const there = await open("Pacific/Auckland");
  // Half past eleven at night on Friday the 20th in Auckland.
  await there.page.clock.install({ time: new Date("2026-11-20T10:30:00Z") });
  await settle(there.page);
  await enter(there.page, "door-diary", "diary-title");
  await write(there.page, "The harbour at night.");
  const entry = (page) => page.locator("button.door", { hasText: "The harbour at night." }).innerText();
  const before = await entry(there.page);
  for (const piece of ["Fri", "20", "11:30"]) equal(before.includes(piece), true, `${piece} in: ${before}`);
  await back(there.page);
  await home(there.page);
  await meetUrge(there.page);
  await enter(there.page, "door-helps", "helps-title");
  const helps = await there.page.locator("main").innerText();
  await there.context.close();

  const here = await open("America/Los_Angeles", { folder: there.context.folder });
  await here.page.clock.install({ time: new Date("2026-11-20T11:30:00Z") });
  await here.page.goto(APP);
  await home(here.page);
  await enter(here.page, "door-diary", "diary-title");
  equal(await entry(here.page), before);
  await back(here.page);
  await home(here.page);
  await enter(here.page, "door-helps", "helps-title");
  await on(here.page, "helps-title");
  equal(await here.page.locator("main").innerText(), helps, "the part of the day stays as well");
});
