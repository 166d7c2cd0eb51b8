// SPDX-License-Identifier: Apache-2.0
// A person and a counsellor, each in a browser of their own: invite, show, offer, take back.
import { deepEqual, equal, ok } from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { story, until } from "../lib/story.js";
import { starting, t } from "../lib/words.js";
import { COUNSELLOR, SUPPORTER, accept, answer, follow, invite, openClient, takeSeat, toHub } from "./together.js";
import { back, button, door, enter, field, home, meetUrge, on, says, settle, tap, write, writePlan } from "./steps.js";

/** A person who has had an urge, a plan and a diary; answers with the page at the first screen. */
const person = async (page, { plan, diary }) => {
  await settle(page);
  await writePlan(page, { signs: [plan] });
  await enter(page, "door-diary", "diary-title");
  await write(page, diary);
  await back(page);
  await home(page);
  return meetUrge(page);
};

/** What stands on a client's page, without what only the counsellor has there. */
const picture = (page) => page.locator(".picture, main").last().innerText();

const bytesOf = async (folder) => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const read = files.filter((f) => f.isFile()).map((f) => readFile(join(f.parentPath ?? f.path, f.name)));
  return Buffer.concat(await Promise.all(read));
};

story("a counsellor sees what was shown and nothing else, offers something, and sees nothing new once it is taken back", { timeout: 150_000 }, async ({ page, another, relay, allow }) => {
  allow(/40[34]/);
  const canary = { plan: "my jaw goes tight kestrel", diary: "the secret of the blue heron", later: "after the taking back egret" };
  const practice = await person(page, canary);
  const desk = await (await another()).newPage();
  await takeSeat(desk);
  const link = await invite(desk, "Dr Reed");

  await follow(page, link);
  const words = await answer(page, { kinds: ["plan", "urges"], past: true });
  deepEqual(await accept(desk), words, "both screens show the same words");
  await tap(page, "same-words-yes");
  await on(page, "shares-title");

  await openClient(desk, "Sam");
  await desk.getByText(canary.plan).first().waitFor();
  await desk.locator("details", { hasText: "8 → 4" }).first().click();
  const chain = await desk.locator(".chain").first().innerText();
  for (const link of [t("chain-strength", { n: 8 }), t("function-punish-self"), practice, t("helped-bit"), t("chain-after", { n: 4 })]) {
    ok(chain.includes(link), `the chain has: ${link}\n${chain}`);
  }
  const seen = await desk.locator("main").innerText();
  ok(!seen.includes(canary.diary), "what was not shown is not there");

  // The sheet for the session is one page of paper.
  await tap(desk, "sheet-title");
  await desk.getByText(canary.plan).waitFor();
  await desk.getByText(t("sheet-urges", { n: 1 })).waitFor();
  const paper = (await desk.pdf({ format: "A4" })).toString("latin1");
  equal(paper.match(/\/Type\s*\/Page\b/g).length, 1);
  await back(desk);
  await desk.getByText(canary.plan).first().waitFor();

  // The person sees the very same picture.
  await tap(page, "shares-see");
  await page.getByText(canary.plan).first().waitFor();
  const own = await page.locator("main").innerText();
  for (const heading of ["plan-title-theirs", "picture-urges", "picture-functions", "picture-tried", "picture-episodes"]) {
    ok(own.includes(t(heading)) && seen.includes(t(heading)), heading);
  }
  ok(!own.includes(canary.diary));
  await back(page);
  await on(page, "shares-title");

  // An offer arrives as an offer, and can be put aside.
  await field(desk, "offer-words").fill("Shall we look at Tuesday together?");
  await tap(desk, "offer-do");
  await says(desk, "offer-done");
  await back(page);
  const offered = door(page, "offers-door");
  await offered.waitFor({ timeout: 30_000 });
  await offered.click();
  await page.getByText("Shall we look at Tuesday together?").waitFor();
  await tap(page, "offered-aside");
  await says(page, "offered-none");
  await back(page);

  // Taken back in one tap.
  await toHub(page);
  await door(page, "shares-title").click();
  await tap(page, "shares-take-back", { name: "Dr Reed" });
  await says(page, "shares-nobody");
  await page.goto("/app/");
  await home(page);
  await writePlan(page, { signs: [canary.later] });
  await toHub(page);
  await page.locator(".note", { hasText: t("line-done", { time: "" }).slice(0, 20) }).waitFor();

  await desk.goto(COUNSELLOR);
  await desk.locator("#passcode").fill("grey stones by the river");
  await tap(desk, "locked-open");
  await openClient(desk, "Sam");
  await says(desk, "snag-ended");
  await desk.getByText(canary.plan).first().waitFor();
  equal(await desk.getByText(canary.later).count(), 0, "nothing new can be read");

  // The relay has neither the words nor the names, in what it keeps or in what it says.
  const kept = await bytesOf(relay.data);
  ok(kept.length > 10_000, "the relay keeps something");
  for (const word of [...Object.values(canary), "Dr Reed", "Tuesday", "punish-self", practice, link.split("#")[1]]) {
    equal(kept.includes(word), false, `the relay's data has: ${word}`);
    equal(relay.log().includes(word), false, `the relay's log has: ${word}`);
  }
});

story("from now on means from now on: what was written before stays with the person", async ({ page, another, allow }) => {
  allow(/404/);
  await person(page, { plan: "before it was shown", diary: "before as well" });
  const desk = await (await another()).newPage();
  await takeSeat(desk);
  const link = await invite(desk, "Dr Reed");
  await follow(page, link);
  await answer(page, { kinds: ["diary"] });
  await accept(desk);
  await tap(page, "same-words-yes");
  await on(page, "shares-title");
  await page.goto("/app/");
  await home(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "written afterwards");
  await until("it lies at the relay", async () => {
    await desk.goto(COUNSELLOR);
    await desk.locator("#passcode").fill("grey stones by the river");
    await tap(desk, "locked-open");
    await openClient(desk, "Sam");
    return (await desk.getByText("written afterwards").count()) > 0;
  }, 30_000);
  equal(await desk.getByText("before as well").count(), 0);
});

story("three at once: a supporter and a counsellor each see their own part, and neither the other's", { timeout: 150_000 }, async ({ page, another, allow }) => {
  allow(/404/);
  await person(page, { plan: "walk to the bench by the pond", diary: "only for Dr Reed" });
  await enter(page, "door-words", "words-title");
  const help = page.locator("section.card", { hasText: t("words-help-hint") });
  await help.getByRole("textbox").fill("Sit with me. You need not talk.");
  await help.getByRole("button", { name: t("keep"), exact: true }).click();
  await help.getByText("Sit with me. You need not talk.").first().waitFor();
  const [desk, sofa] = [await (await another()).newPage(), await (await another()).newPage()];
  await takeSeat(desk);
  await takeSeat(sofa, SUPPORTER);
  for (const [seat, address, name, kinds] of [
    [desk, COUNSELLOR, "Dr Reed", ["diary"]],
    [sofa, SUPPORTER, "Ada", ["help", "plan"]],
  ]) {
    const link = await invite(seat, name, address);
    await follow(page, link);
    const words = await answer(page, { kinds, past: true });
    deepEqual(await accept(seat, address), words);
    await tap(page, "same-words-yes");
    await on(page, "shares-title");
  }
  await openClient(desk, "Sam");
  await openClient(sofa, "Sam");
  await desk.getByText("only for Dr Reed").waitFor();
  await sofa.getByText("walk to the bench by the pond").waitFor();
  await sofa.getByText("Sit with me. You need not talk.").waitFor();
  equal(await desk.getByText("pond").count(), 0);
  equal(await sofa.getByText("only for Dr Reed").count(), 0);
  equal(await button(sofa, "offer-do").count(), 0, "a supporter has no desk");
  equal(await page.locator("section.card").count(), 2, "both stand on one screen");
});

story("different words stop it at once, on both sides", async ({ page, another, allow }) => {
  allow(/404/);
  await settle(page);
  const desk = await (await another()).newPage();
  await takeSeat(desk);
  const link = await invite(desk, "Dr Reed");
  await follow(page, link);
  await answer(page, { kinds: ["plan"] });
  await desk.locator(".six-words li").first().waitFor();
  await tap(desk, "same-words-no");
  await says(desk, "invite-refused");
  await tap(page, "same-words-no");
  await says(page, "answer-stopped");
  await says(page, "shares-nobody");
});

story("a link that is no invitation is said to be none, and the app opens all the same", async ({ page }) => {
  await settle(page);
  await follow(page, "/app/#invite=AQFnothing");
  await on(page, "answer-title");
  await says(page, "answer-no-invitation");
  await tap(page, "answer-to-hub");
  await on(page, "hub-title");
  await field(page, "invited-link").fill("https://example.org/");
  await tap(page, "invited-open");
  await says(page, "answer-no-invitation");
});

story("somebody who comes to Kindhold through an invitation goes through the first screens and then answers it", async ({ page, another, allow }) => {
  allow(/404/);
  const desk = await (await another()).newPage();
  await takeSeat(desk);
  const link = await invite(desk, "Dr Reed");
  await page.goto(link);
  await on(page, "welcome-language");
  await tap(page, "next");
  await tap(page, "skip");
  await field(page, "passcode-new").fill("a quiet red bicycle");
  await field(page, "passcode-again").fill("a quiet red bicycle");
  await tap(page, "welcome-use-passcode");
  await page.getByRole("heading", { name: t("answer-title"), level: 1 }).waitFor();
  const words = await answer(page, { kinds: ["urges"] });
  deepEqual(await accept(desk), words);
  await tap(page, "same-words-yes");
  await on(page, "shares-title");
  // And behind the lock the same link leads to the same place.
  const again = await invite(desk, "Dr Reed");
  await follow(page, again);
  await page.locator("#passcode").fill("a quiet red bicycle");
  await tap(page, "locked-open");
  await page.getByText(t("answer-who", { name: "Dr Reed", seat: t("seat-counsellor") })).waitFor();
});

story("what comes in late moves nothing from under a finger on the list of clients", { timeout: 150_000 }, async ({ page, another, allow }) => {
  allow(/40[34]/);
  await person(page, { plan: "a tight jaw", diary: "rain" });
  const slow = await another();
  const desk = await slow.newPage();
  await takeSeat(desk);
  await follow(page, await invite(desk, "Dr Reed"));
  await answer(page, { kinds: ["plan", "diary"], past: true });
  await accept(desk);
  await tap(page, "same-words-yes");
  await on(page, "shares-title");
  await openClient(desk, "Sam");
  await slow.route(/\/relay\//, async (route) => {
    await new Promise((done) => setTimeout(done, 600));
    await route.continue().catch(() => {});
  });
  await back(desk);
  await on(desk, "caseload-title");
  const target = door(desk, "door-settings");
  const before = await target.boundingBox();
  await desk.getByText(/^Looked for news/).waitFor();
  deepEqual(await target.boundingBox(), before);
});
