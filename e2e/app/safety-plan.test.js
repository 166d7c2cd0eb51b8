// SPDX-License-Identifier: Apache-2.0
// The plan when it is needed: the browser was killed, the server is gone, there is no network.
import { equal, ok } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { keptOnDevice, openProfile } from "../lib/browser.js";
import { startServer } from "../lib/server.js";
import { story, until } from "../lib/story.js";
import { t } from "../lib/words.js";
import { APP, PASSCODE, back, enter, home, on, settle, tap, toOffers, unlock, writePlan } from "./steps.js";

const running = (folder) => {
  const all = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
  return all.filter((line) => line.includes(`--user-data-dir=${folder}`));
};

/** Ends the browser of a profile as a phone does that runs out of memory. */
const kill = async (context) => {
  const gone = new Promise((done) => context.once("close", done));
  const main = running(context.folder).find((line) => !line.includes("--type="));
  process.kill(Number.parseInt(main, 10), "SIGKILL");
  await gone;
  await until("no process of the browser", () => running(context.folder).length === 0);
};

story("the plan and its people open behind the passcode with the browser killed, the server gone and no network", { timeout: 150_000 }, async ({ t: test, adopt, allow }) => {
  const server = await startServer();
  allow(new RegExp(`^${server.origin}/`), /ERR_/);
  const first = adopt(await openProfile(test, { baseURL: server.origin, locale: "en-GB" }));
  const [page] = first.pages();
  await settle(page, { passcode: PASSCODE });
  await keptOnDevice(page);
  await writePlan(page, { signs: ["I stop answering"], people: [{ name: "Grandad", phone: "+44 20 7946 0002" }] });
  await kill(first);
  await server.stop();
  const again = adopt(await openProfile(test, { folder: first.folder, baseURL: server.origin, locale: "en-GB" }));
  await again.setOffline(true);
  const [later] = again.pages();
  await later.goto(APP);
  await on(later, "locked-title");
  await unlock(later);
  await enter(later, "door-plan", "plan-title");
  await later.locator(".plan-part").getByText("I stop answering").waitFor();
  const call = later.getByRole("link", { name: t("call-named", { name: "Grandad" }) });
  equal(await call.getAttribute("href"), "tel:+442079460002");
  await back(later);
  await home(later);
  await toOffers(later, { functions: ["hold-off"] });
  ok(await later.getByRole("link", { name: t("call-named", { name: "Grandad" }) }).first().isVisible());
});

story("a plan that was emptied by mistake is brought back, also after a restart", async ({ page }) => {
  await settle(page);
  await writePlan(page, { alone: ["The long playlist"], people: [{ name: "Grandad", phone: "020 7946 0002" }] });
  await enter(page, "door-plan", "plan-title");
  await tap(page, "plan-write");
  await on(page, "plan-write-title");
  const gone = page.getByRole("button", { name: t("remove"), exact: true });
  while ((await gone.count()) > 0) await gone.first().click();
  await tap(page, "keep");
  await on(page, "plan-title");
  await page.getByText(t("plan-empty"), { exact: true }).waitFor();
  await page.reload();
  await home(page);
  await enter(page, "door-plan", "plan-title");
  await page.getByText(t("plan-earlier"), { exact: true }).click();
  await page.locator("details details summary").first().click();
  await page.locator("details details").getByRole("button", { name: t("plan-bring-back") }).first().click();
  await page.locator(".plan-part:visible").getByText("The long playlist").waitFor();
  await page.reload();
  await home(page);
  await enter(page, "door-plan", "plan-title");
  await page.locator(".plan-part:visible").getByText("The long playlist").waitFor();
  ok(await page.getByRole("link", { name: t("call-named", { name: "Grandad" }) }).isVisible());
});
