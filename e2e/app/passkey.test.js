// SPDX-License-Identifier: Apache-2.0
import { equal } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { APP, PASSCODE, back, button, door, enter, field, home, on, says, settle, tap, toLock, unlock, write } from "./steps.js";
import { toHub } from "./together.js";

/** An authenticator in the device, with or without what opens a vault. */
const authenticator = async (page, hasPrf) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verified: (isUserVerified) => cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
    held: async () => (await cdp.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
  };
};

// Passkeys belong to a name, not to a number: the same server, by its name.
const byName = (origin) => origin.replace("127.0.0.1", "localhost");

const named = (name, tell) =>
  story(name, async (scene) => {
    const origin = byName(scene.origin);
    const context = await scene.another({ baseURL: origin });
    scene.allow(new RegExp(`^${origin}/`));
    await tell({ ...scene, page: await context.newPage() });
  });

named("a passkey is added beside the passcode, opens, and is removed", async ({ page }) => {
  const device = await authenticator(page, true);
  await settle(page, { passcode: PASSCODE });
  await toLock(page);
  await field(page, "lock-passcode-now").fill(PASSCODE);
  await tap(page, "passkey-add");
  await page.getByText(t("passkey-is-set")).waitFor();
  equal(await device.held(), 1);
  await page.reload();
  await on(page, "locked-title");
  await tap(page, "locked-passkey");
  await home(page);
  await page.reload();
  await unlock(page);
  await toLock(page);
  await field(page, "lock-passcode-now").fill(PASSCODE);
  await tap(page, "passkey-remove");
  await page.getByText(t("passkey-is-gone")).waitFor();
  await page.reload();
  await on(page, "locked-title");
  equal(await button(page, "locked-passkey").count(), 0);
  await unlock(page);
});

named("no passkey is added without the passcode, and one that is there stands for a passcode that was forgotten", async ({ page }) => {
  const device = await authenticator(page, true);
  await settle(page, { passcode: PASSCODE });
  await toLock(page);
  await tap(page, "passkey-add");
  await page.getByText(t("trouble-wrong-passcode")).waitFor();
  equal(await device.held(), 0, "the device was not even asked");
  await field(page, "lock-passcode-now").fill(PASSCODE);
  await tap(page, "passkey-add");
  await page.getByText(t("passkey-is-set")).waitFor();
  await page.getByText(t("lock-passcode-or")).waitFor();
  equal(await field(page, "lock-passcode-now").inputValue(), "");
  const remembered = "a word that I will keep";
  await field(page, "passcode-new").fill(remembered);
  await field(page, "passcode-again").fill(remembered);
  await tap(page, "keep");
  await page.getByText(t("passcode-is-set")).waitFor();
  await page.reload();
  await unlock(page, remembered);
});

named("a passkey that does not answer changes nothing, and the passcode still opens", async ({ page }) => {
  const device = await authenticator(page, true);
  await settle(page, { passcode: PASSCODE });
  await toLock(page);
  await field(page, "lock-passcode-now").fill(PASSCODE);
  await tap(page, "passkey-add");
  await page.getByText(t("passkey-is-set")).waitFor();
  await page.reload();
  await on(page, "locked-title");
  await device.verified(false);
  await tap(page, "locked-passkey");
  await says(page, "trouble-passkey");
  await unlock(page);
});

named("a device whose passkeys derive nothing says so, and the lock stays as it was", async ({ page }) => {
  await authenticator(page, false);
  await settle(page, { passcode: PASSCODE });
  await toLock(page);
  await field(page, "lock-passcode-now").fill(PASSCODE);
  await tap(page, "passkey-add");
  await says(page, "trouble-passkey");
  await page.goto(APP);
  await on(page, "locked-title");
  equal(await button(page, "locked-passkey").count(), 0);
  await unlock(page);
});

named("without a passcode no passkey is offered", async ({ page }) => {
  await authenticator(page, true);
  await settle(page);
  await toLock(page);
  await says(page, "lock-has-none");
  equal(await button(page, "passkey-add").count(), 0);
});

named("a passkey brings everything back on a device where nothing is kept any more", async ({ page, allow }) => {
  allow(/40[134]/);
  await authenticator(page, true);
  await settle(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, "brought back by a passkey");
  await back(page);
  await home(page);
  await toHub(page);
  await tap(page, "on-do");
  await says(page, "on-done");
  await door(page, "devices-title").click();
  await on(page, "devices-title");
  await tap(page, "door-passkey-add");
  await says(page, "door-passkey-set");
  await page.goto(APP);
  await home(page);
  await enter(page, "door-settings", "settings-title");
  await door(page, "erase-title").click();
  await on(page, "erase-title");
  await page.getByRole("checkbox").check();
  await tap(page, "erase-do");
  await on(page, "welcome-language");
  await tap(page, "welcome-other-device");
  await on(page, "join-title");
  await tap(page, "door-passkey-use");
  await home(page);
  await enter(page, "door-diary", "diary-title");
  await page.getByText("brought back by a passkey").waitFor();
});
