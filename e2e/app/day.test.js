// SPDX-License-Identifier: Apache-2.0
// A whole day of three seats: a person's phone, a counsellor's desk, the server between them. At the end everything
// that was sent, kept and logged is searched for what was written.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { PHONE } from "../lib/browser.js";
import {
  loseKeys, sentPrivately, strayCached, strayCounts, strayLines, strayPlaces, strayRequests, straySettings,
  tellingHeaders, visitors,
} from "../lib/day-rules.js";
import { openSeat } from "../lib/day-seat.js";
import { openServer } from "../lib/day-server.js";
import { filesIn, pieces, streamsOf } from "../lib/day-stores.js";
import { openIn, privateIn, without } from "../lib/day-words.js";
import { allPaths } from "../lib/server.js";
import { until } from "../lib/story.js";
import { t } from "../lib/words.js";
import { alone, asked, brought, copyOf, deskWrites, openDesk, said, saveAndLock, streams, takeBack, toHome, together, writeMore } from "./day.js";
import { door, enter, meetUrge, says, unlock, write } from "./steps.js";

const ARTICLE = "/questions/en/library/why-it-hides/";
/** A form that is sent sooner was not filled in by a person, in milliseconds. */
const A_MOMENT = 3_300;
test("after a day of three seats, nothing that was written can be read by anybody to whom it was not shown", { timeout: 400_000 }, async (c) => {
  const server = await openServer(c);
  const { origin } = server;
  const site = new Set(await allPaths(origin)).add("/sw.js");
  const phone = await openSeat(c, { baseURL: origin, locale: "en-GB", viewport: PHONE });
  const office = await openSeat(c, { baseURL: origin, locale: "en-GB", viewport: { width: 1280, height: 800 }, hasTouch: false });
  const [page, desk, reading] = [await phone.context.newPage(), await office.context.newPage(), await phone.context.newPage()];

  // A reader asks in the open, once there was time to: what everybody may read has to be found by the same search.
  await reading.goto(ARTICLE);
  const drawn = Date.now();
  const of = await alone(page);
  equal(new Set(Object.values(of)).size, Object.keys(of).length, "each kind has a stream of its own");
  await reading.fill("#words", `Does it get easier to tell people, ${asked}?`);
  await reading.check("#terms");
  await pause(Math.max(0, A_MOMENT - (Date.now() - drawn)));
  await reading.getByRole("button", { name: t("questions-send") }).click();
  await reading.getByRole("heading", { name: t("questions-sent") }).waitFor();
  await reading.close();

  const secret = await together(page, desk);
  await deskWrites(desk);
  await page.goto("/app/");
  await unlock(page, said.passcode);
  await door(page, "offers-door").click();
  await page.getByText(said.offer).waitFor();
  await toHome(page, 1);
  await writeMore(page, said.shown);
  await brought(page);
  await until("the desk has what came later", async () => {
    await openDesk(desk);
    return desk.getByText(said.shown).first().waitFor({ timeout: 3_000 }).then(() => true, () => false);
  });

  // What the desk holds is what was shown: those two streams, as far as they go, and the letterbox for offers.
  const shown = await streams(page);
  const [copy] = [copyOf(await office.look())].map(streamsOf);
  const inbox = Object.keys(copy).filter((id) => !Object.values(of).includes(id));
  equal(inbox.length, 1);
  deepEqual(copy, { [of.plan]: shown[of.plan], [of.urges]: shown[of.urges], [inbox[0]]: 1 });

  await takeBack(page);
  await writeMore(page, said.later);
  await meetUrge(page);
  await enter(page, "door-diary", "diary-title");
  await write(page, `Later still, ${said.after}.`);
  await toHome(page, 1);
  await brought(page);
  const saved = await saveAndLock(page);
  await openDesk(desk);
  await says(desk, "snag-ended");
  await desk.getByText(said.shown).first().waitFor();
  equal(await desk.getByText(said.later).count(), 0);

  const counts = await server.counts();
  const [onPhone, onDesk] = [await phone.look(), await office.look()];
  deepEqual(streamsOf(copyOf(onDesk)), copy, "after taking back nothing new is there");
  const grown = streamsOf(onPhone.databases.kindhold);
  ok(grown[of.plan] > copy[of.plan] && grown[of.urges] > copy[of.urges], "though more was written");

  // What the two browsers keep, as any page of the site could read it.
  for (const [who, kept] of [["the phone", onPhone], ["the desk", onDesk]]) {
    deepEqual(straySettings(kept), [], who);
    deepEqual(strayCached(kept, origin, site), [], who);
    deepEqual(loseKeys(kept), [], who);
    deepEqual(pieces(kept).flatMap(([where, bytes]) => [...privateIn(bytes, where), ...openIn(bytes, where)]), [], who);
    ok(kept.cached.length > 50 && Object.keys(kept.local).length > 0, "and there is something to look at");
  }
  deepEqual(Object.keys(onPhone.databases), ["kindhold"]);
  equal(Object.keys(onDesk.databases).length, 2);

  // What the server keeps and says.
  const data = await filesIn(server.data);
  await server.stop();
  const relay = [...data, ...(await filesIn(server.data)), ["the log", Buffer.from(server.log())], ["the counts", Buffer.from(counts)]];
  deepEqual(relay.flatMap(([where, bytes]) => privateIn(bytes, where)), []);
  deepEqual(relay.flatMap(([where, bytes]) => visitors(bytes, where)).filter((one) => !one.startsWith("the log: 127.0.0.1")), []);
  ok(relay.some(([where, bytes]) => openIn(bytes, where).length > 0), "what was asked in the open is found by the same search");
  equal(relay.some(([, bytes]) => bytes.includes(secret) || bytes.includes(saved.passphrase)), false);
  deepEqual(strayLines(server.log()), []);
  deepEqual(strayCounts(counts), []);
  ok(counts.split("\n").length > 20, "something was counted");

  // What the two browsers sent, and what is on their disks once they have ended.
  deepEqual(privateIn(saved.bytes, "the saved copy"), []);
  for (const [who, seat] of [["the phone", phone], ["the desk", office]]) {
    const { files, wire } = await seat.end();
    deepEqual(strayRequests(wire, origin, site), [], who);
    deepEqual(strayPlaces(wire, origin), [], who);
    deepEqual(tellingHeaders(wire), [], who);
    deepEqual(sentPrivately(wire), [], who);
    equal(wire.sent.some((bytes) => bytes.includes(secret) || bytes.includes(saved.passphrase)), false, who);
    const pushes = wire.heads.filter((head) => head.startsWith("POST /relay/v1/push")).length;
    ok(pushes > 0, `${who} has brought something`);
    equal(wire.sent.some((bytes) => openIn(bytes, "").length > 0), who === "the phone", "the open question is found where it was sent");
    // A link that was opened stays in the browser's history, with the name that stands in it: no page can take it out.
    deepEqual(files.flatMap(([where, bytes]) => privateIn(without(bytes, secret), where)), [], who);
    ok(files.length > 50, "and there is a disk to look at");
  }
});
