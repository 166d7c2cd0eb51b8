// SPDX-License-Identifier: Apache-2.0
// What was kept of the slower work: shown to a counsellor by choice, offered a step of, carried to another device.
import { equal, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { accept, answer, follow, invite, openClient, takeSeat } from "./together.js";
import { back, door, enter, home, on, says, select, settle, tap, write } from "./steps.js";
import { bringIn, save, toData } from "./moving.js";
import { begin, heading, openPart, openStep, toProgramme } from "./slower.js";

const CANARY = "the look on her face, curlew";

/** Keeps a picture of three systems; ends at the first screen. */
const draw = async (page) => {
  await toProgramme(page);
  await openStep(page, "Three systems in you");
  await openPart(page, "My three systems");
  await begin(page);
  await page.getByLabel("What set the alarm off").fill(CANARY);
  await page.locator(".scale").first().locator("button").nth(8).click();
  await tap(page, "keep");
  await page.locator("article.kept", { hasText: CANARY }).waitFor();
  for (let n = 0; n < 3; n += 1) await back(page);
  await home(page);
};

story("a counsellor is shown what was kept, drawn as the person sees it, and offers a step", { timeout: 150_000 }, async ({ page, another, relay, allow }) => {
  // An invitation that nobody has answered yet.
  allow(/404.*\/relay\//);
  await settle(page);
  await draw(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "not for anybody, dunlin");
  await back(page);
  await home(page);
  const desk = await (await another()).newPage();
  await takeSeat(desk);
  await follow(page, await invite(desk, "Dr Reed"));
  const words = await answer(page, { kinds: ["programme"], past: true });
  equal((await accept(desk)).join(), words.join());
  await tap(page, "same-words-yes");
  await on(page, "shares-title");

  await openClient(desk, "Sam");
  await desk.getByRole("heading", { name: t("picture-programme") }).waitFor();
  await desk.getByText(CANARY).waitFor();
  const circles = desk.locator("svg.circles");
  ok((await circles.getAttribute("aria-label")).includes(t("systems-size", { name: t("system-threat"), n: 8 })));
  const seen = await desk.locator("main").innerText();
  ok(!seen.includes("dunlin"), "nothing else");
  ok(!seen.includes(t("keepsake-change")), "and nothing of it can be changed there");

  await select(desk, "offer-step").selectOption({ label: "Asking, and saying no" });
  await tap(desk, "offer-do");
  await says(desk, "offer-done");
  await back(page);
  await page.goto("/app/");
  await home(page);
  const offered = door(page, "offers-door");
  await offered.waitFor({ timeout: 30_000 });
  await offered.click();
  await page.getByRole("button", { name: t("offered-look", { what: "Asking, and saying no" }) }).click();
  await heading(page, "Asking, and saying no");
  equal(relay.log().includes("curlew"), false);
});

story("what was kept is in a saved copy, and comes back on another device", { timeout: 120_000 }, async ({ page, another }) => {
  await settle(page);
  await draw(page);
  await toData(page);
  const { bytes, passphrase } = await save(page);
  const other = await (await another()).newPage();
  await settle(other);
  await toData(other);
  await bringIn(other, bytes, passphrase);
  await back(other);
  await back(other);
  await home(other);
  await toProgramme(other);
  await openStep(other, "Three systems in you");
  await openPart(other, "My three systems");
  await other.locator("article.kept", { hasText: CANARY }).waitFor();
});
