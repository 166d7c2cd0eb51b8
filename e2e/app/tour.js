// SPDX-License-Identifier: Apache-2.0
// A walk past every screen of the app, with something on each.
import { t } from "../lib/words.js";
import {
  APP, PASSCODE, back, button, door, enter, home, on, settle, startFirst, tap, toOffers, write, writePlan,
} from "./steps.js";

const PLAN = {
  signs: ["I stop answering messages", "Everything sounds too loud"],
  alone: ["The long playlist"],
  places: ["The library on the corner"],
  people: [{ name: "Grandad", phone: "020 7946 0002", note: "up late" }],
  professionals: [{ name: "Dr Okafor", phone: "020 7946 0003" }],
  surroundings: ["Ask Sam to keep the spare key"],
};

/** Stops on every screen and calls `look(name)` there. The person has a passcode and wrote things. */
export const tour = async (page, look) => {
  await first(page, look);
  await settle(page, { passcode: PASSCODE });
  await urge(page, look);
  await beside(page, look);
  await written(page, look);
  await settings(page, look);
};

const first = async (page, look) => {
  await page.goto(APP);
  await on(page, "welcome-language");
  await look("welcome: language");
  await tap(page, "next");
  await on(page, "welcome-country");
  await look("welcome: country");
  await tap(page, "next");
  await on(page, "welcome-passcode");
  await look("welcome: passcode");
};

const urge = async (page, look) => {
  await look("home");
  await tap(page, "door-urge");
  await on(page, "urge-how-strong");
  await look("urge");
  await tap(page, "scale-of-ten", { n: 9 });
  await on(page, "functions-title");
  await tap(page, "function-punish-self");
  await look("functions");
  await tap(page, "next");
  await on(page, "offers-title");
  await look("offers");
  await startFirst(page);
  await tap(page, "next");
  await look("player");
  await tap(page, "making-it-worse");
  await on(page, "grounding-title");
  await look("grounding");
  await tap(page, "go-on");
  await on(page, "after-title");
  await tap(page, "scale-of-ten", { n: 9 });
  await tap(page, "helped-bit");
  await look("after, still strong");
  await tap(page, "enough-for-now");
  await home(page);
};

const beside = async (page, look) => {
  await enter(page, "door-plan", "plan-title");
  await look("plan, empty");
  await back(page);
  await home(page);
  await writePlan(page, PLAN);
  for (const [label, title] of [
    ["door-decided", "decided-title"],
    ["door-happened", "happened-title"],
    ["door-people", "people-title"],
    ["door-plan", "plan-title"],
    ["door-practices", "practices-title"],
    ["door-helps", "helps-title"],
  ]) {
    await enter(page, label, title);
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await look(t(label));
    if (label === "door-plan") {
      await tap(page, "plan-write");
      await on(page, "plan-write-title");
      await look("plan, being written");
      await back(page);
      await on(page, "plan-title");
    }
    await back(page);
    await home(page);
  }
  await toOffers(page, { functions: ["hold-off"] });
  await look("offers, people first");
  for (let n = 0; n < 3; n++) await back(page);
  await home(page);
};

const written = async (page, look) => {
  await enter(page, "door-diary", "diary-title");
  await write(page, "It rained and I stayed in.", { feelings: ["numb", "tired"] });
  await look("diary");
  await page.getByText("It rained and I stayed in.").click();
  await page.locator("textarea").waitFor();
  await page.getByText(t("diary-check-in")).click();
  await tap(page, "delete");
  await page.getByText(t("delete-question")).waitFor();
  await look("diary entry");
  await back(page);
  await on(page, "diary-title");
  await back(page);
  await home(page);
  await enter(page, "door-letters", "letters-title");
  await tap(page, "letter-new");
  await on(page, "letter-title");
  await page.getByRole("textbox").first().fill("To the loud part");
  await page.locator("textarea").fill("I can see how hard this has been.");
  await look("letter");
  await tap(page, "keep");
  await on(page, "letters-title");
  await look("letters");
  await back(page);
  await home(page);
  await enter(page, "door-words", "words-title");
  await page.locator("textarea").first().fill("You don’t have to earn a soft evening.");
  await page.locator("section.card").first().getByRole("button", { name: t("keep") }).click();
  await page.locator("main li").first().waitFor();
  await look("own words");
  await back(page);
  await home(page);
};

const settings = async (page, look) => {
  await enter(page, "door-settings", "settings-title");
  await look("settings");
  for (const title of ["lock-title", "data-title", "erase-title"]) {
    await door(page, title).click();
    await on(page, title);
    for (const summary of await page.locator("main summary").all()) await summary.click();
    await look(t(title));
    if (title === "erase-title") break;
    await back(page);
    await on(page, "settings-title");
  }
  await page.goto(APP);
  await on(page, "locked-title");
  await page.locator("main summary").click();
  await button(page, "erase-title").waitFor();
  await look("locked");
  await page.locator("#passcode").fill("not the one");
  await tap(page, "locked-open");
  await page.getByText(t("trouble-wrong-passcode")).waitFor();
  await look("locked, wrong passcode");
};
