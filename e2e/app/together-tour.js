// SPDX-License-Identifier: Apache-2.0
// A walk past every screen that concerns other devices and other people, with something on each.
import { t } from "../lib/words.js";
import { SUPPORTER, accept, answer, follow, invite, openClient, takeSeat, toHub } from "./together.js";
import { back, door, enter, field, home, meetUrge, on, says, settle, tap, write, writePlan } from "./steps.js";

const open = async (page) => {
  for (const summary of await page.locator("main summary").all()) {
    if (await summary.isVisible()) await summary.click();
  }
};

/** Stops on every screen and calls `look(page, name)` there. `fresh()` gives somebody else's page. */
export const togetherTour = async (fresh, look) => {
  const [person, desk, sofa] = [await fresh(), await fresh(), await fresh()];
  await before(person, look);
  await invited(person, desk, look);
  await shown(person, desk, look);
  await supported(person, sofa, look);
  await devices(person, await fresh(), look);
};

const before = async (person, look) => {
  await settle(person);
  await writePlan(person, { signs: ["I stop answering messages"], alone: ["The long playlist"], people: [{ name: "Grandad", phone: "020 7946 0002" }] });
  await enter(person, "door-diary", "diary-title");
  await write(person, "It rained and I stayed in.", { feelings: ["numb", "ashamed", "calm"] });
  await back(person);
  await home(person);
  for (const strength of [9, 6]) {
    await meetUrge(person, { strength, functions: ["punish-self", "hold-off"], helped: "worse" });
  }
  await toHub(person);
  await look(person, "hub, off");
};

const invited = async (person, desk, look) => {
  await desk.goto("/counsellor/");
  await on(desk, "seat-welcome-title");
  await look(desk, "counsellor: welcome");
  await takeSeat(desk);
  await look(desk, "caseload, empty");
  await tap(desk, "caseload-invite");
  await on(desk, "invite-title");
  await look(desk, "invite, before");
  await back(desk);
  const link = await invite(desk, "Dr Okafor");
  await look(desk, "invite, waiting");
  await follow(person, link);
  await on(person, "answer-title");
  await tap(person, "answer-from-past");
  await tap(person, "show-diary");
  await open(person);
  await look(person, "answer");
  await tap(person, "show-diary");
  await answer(person, { kinds: ["plan", "urges", "diary"], past: true });
  await look(person, "six words, person");
  await desk.locator(".six-words li").first().waitFor();
  await look(desk, "six words, counsellor");
  await accept(desk);
  await tap(person, "same-words-yes");
};

const shown = async (person, desk, look) => {
  await on(person, "shares-title");
  await look(person, "shares");
  await tap(person, "shares-see");
  await person.getByRole("heading", { name: t("picture-episodes") }).waitFor();
  await open(person);
  await look(person, "seen by");
  await back(person);
  await look(desk, "caseload");
  await openClient(desk, "Sam");
  await desk.getByRole("heading", { name: t("picture-episodes") }).waitFor();
  await field(desk, "offer-words").fill("Shall we look at Tuesday together?");
  await desk.getByRole("combobox", { name: t("offer-practice") }).selectOption({ index: 2 });
  await desk.getByRole("combobox", { name: t("offer-step") }).selectOption({ index: 2 });
  await tap(desk, "offer-do");
  await says(desk, "offer-done");
  const notes = desk.locator("section.card", { hasText: t("notes-hint") });
  await notes.getByRole("textbox").fill("Ask about the move.");
  await notes.getByRole("button", { name: t("keep"), exact: true }).click();
  await desk.getByText("Ask about the move.").waitFor();
  await open(desk);
  await look(desk, "client");
  await tap(desk, "sheet-title");
  await desk.getByRole("heading", { name: t("sheet-room") }).waitFor();
  await desk.getByRole("checkbox").check();
  await look(desk, "sheet");
  await back(desk);
  await back(desk);
  await on(desk, "caseload-title");
  await door(desk, "door-settings").click();
  await on(desk, "settings-title");
  await look(desk, "counsellor: settings");
  await desk.goto("/counsellor/");
  await on(desk, "locked-title");
  await look(desk, "counsellor: locked");
  await person.goto("/app/");
  await home(person);
  await door(person, "offers-door").waitFor({ timeout: 30_000 });
  await look(person, "home, with an offer");
  await door(person, "offers-door").click();
  await on(person, "offers-door");
  await look(person, "offers");
  await back(person);
  await home(person);
};

const supported = async (person, sofa, look) => {
  await sofa.goto(SUPPORTER);
  await on(sofa, "seat-welcome-title-supporter");
  await look(sofa, "supporter: welcome");
  await takeSeat(sofa, SUPPORTER);
  const link = await invite(sofa, "Ada", SUPPORTER);
  await follow(person, link);
  await answer(person, { kinds: ["plan", "help"], past: true });
  await accept(sofa, SUPPORTER);
  await tap(person, "same-words-yes");
  await on(person, "shares-title");
  await look(sofa, "supporter: list");
  await openClient(sofa, "Sam");
  await sofa.getByText("The long playlist").waitFor();
  await open(sofa);
  await look(sofa, "supporter: what is shown");
  await tap(person, "shares-take-back", { name: "Dr Okafor" });
  await says(person, "shares-taken-back");
  await open(person);
  await look(person, "shares, one taken back");
};

const devices = async (person, other, look) => {
  await person.goto("/app/");
  await home(person);
  await toHub(person);
  await person.locator(".note").first().waitFor();
  await look(person, "hub, on");
  await door(person, "devices-title").click();
  await on(person, "devices-title");
  await tap(person, "way-in-show");
  await look(person, "devices");
  await other.goto("/app/");
  await tap(other, "welcome-other-device");
  await on(other, "join-title");
  await field(other, "join-words").fill("river");
  await tap(other, "join-do");
  await look(other, "join");
};
