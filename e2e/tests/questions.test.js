// SPDX-License-Identifier: Apache-2.0
// Questions of readers: off until an operator turns them on, without any script, help first, a moderator before
// anybody else, and nothing left of what is taken back.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isAccessible } from "../lib/axe.js";
import { foreign, newProfile, overflow } from "../lib/browser.js";
import { startServer } from "../lib/server.js";
import { stage } from "../lib/stage.js";
import { t } from "../lib/words.js";

const { origin: without, browser } = await stage();
const program = process.env.KINDHOLD ?? fileURLToPath(new URL("../../target/product/debug/kindhold", import.meta.url));
const ARTICLE = "/en/library/why-it-hides/";
/** A form that is sent sooner was not filled in by a person. */
const A_MOMENT = 3_300;

const desk = async (t) => {
  const data = await mkdtemp(join(tmpdir(), "kindhold-questions-"));
  const server = await startServer({ data, args: ["--questions", "--no-limits"] });
  t.after(async () => {
    await server.stop();
    await rm(data, { recursive: true, force: true });
  });
  const questions = (...args) => execFileSync(program, ["questions", ...args, "--data", data], { encoding: "utf8" });
  return { ...server, data, questions };
};

const send = (page) => page.getByRole("button", { name: t("questions-send") }).click();

const bytes = async (folder) => {
  const files = await readdir(folder);
  return Buffer.concat(await Promise.all(files.map((name) => readFile(join(folder, name)))));
};

test("they are off by default: no door, no page, nothing taken", async () => {
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(without + ARTICLE);
  await page.waitForLoadState("networkidle");
  assert.equal(await page.locator("#from-readers").isVisible(), false);
  assert.equal((await fetch(`${without}/questions${ARTICLE}`)).status, 404);
  const post = await fetch(`${without}/questions${ARTICLE}`, { method: "POST", body: new URLSearchParams({ words: "x" }) });
  assert.ok(post.status >= 400, `${post.status}`);
  for (const path of ["/.questions/en", "/.safe-words/en"]) {
    assert.equal((await fetch(without + path)).status, 404, `${path} is for the program alone`);
  }
  await profile.close();
});

test("a question waits for a moderator, is put up with an answer, and is gone once it is taken back", async (c) => {
  const { origin, data, questions, log } = await desk(c);
  const profile = await newProfile(browser, { javaScriptEnabled: false });
  const page = await profile.newPage();
  await page.goto(`${origin}/questions${ARTICLE}`);
  await page.getByText(t("questions-none")).waitFor();
  await page.fill("#words", "Does it get easier to tell people? Kestrel.");
  await page.fill("#name", "Ash");
  await page.check("#terms");
  await pause(A_MOMENT);
  await send(page);
  await page.getByRole("heading", { name: t("questions-sent") }).waitFor();
  const code = await page.locator(".code code").textContent();

  await page.goto(`${origin}/questions${ARTICLE}`);
  await page.getByText(t("questions-none")).waitFor();
  const list = questions("list");
  assert.match(list, /^1 waiting, 0 up\./);
  assert.match(list, /by Ash\n {4}Does it get easier/);
  const id = list.match(/^([0-9a-f]{32}) /m)[1];
  questions("show", id, "--answer", "For many people it does.");
  await page.reload();
  await page.getByText("Does it get easier to tell people? Kestrel.").waitFor();
  await page.getByText("For many people it does.").waitFor();

  assert.equal(log().includes("Kestrel"), false, "the log has nothing of it");
  await page.goto(`${origin}/questions/en/delete/`);
  await page.fill("#code", "abcd-abcd-abcd-abcd");
  await page.getByRole("button", { name: t("questions-take-back-do") }).click();
  await page.getByText(t("questions-no-such")).waitFor();
  await page.fill("#code", ` ${code.toUpperCase()} `);
  await page.getByRole("button", { name: t("questions-take-back-do") }).click();
  await page.getByText(t("questions-taken-back")).waitFor();
  assert.match(questions("list"), /^0 waiting, 0 up\./);
  assert.deepEqual(foreign(profile.asked, origin), []);
  assert.ok((await bytes(data)).length > 0);
  await profile.close();
});

test("what sounds like an emergency gets help first, on the same page, and is not kept", async (c) => {
  const { origin, questions } = await desk(c);
  const profile = await newProfile(browser, { javaScriptEnabled: false });
  const page = await profile.newPage();
  await page.goto(`${origin}/questions${ARTICLE}`);
  await page.fill("#words", "I want to die tonight and nobody knows");
  await page.check("#terms");
  await send(page);
  const first = await page.locator("main > *").first();
  assert.ok((await first.innerText()).startsWith(t("questions-urgent-title")), "before anything else");
  const help = await first.getByRole("link", { name: t("site-emergency-door") }).getAttribute("href");
  assert.equal(help, "/en/lines/");
  assert.equal(await page.inputValue("#words"), "I want to die tonight and nobody knows", "nothing is lost");
  assert.match(questions("list"), /^0 waiting/);
  // Nobody is kept from writing: once help has been shown it can be sent.
  await pause(A_MOMENT);
  await send(page);
  await page.getByRole("heading", { name: t("questions-sent") }).waitFor();
  await page.getByRole("link", { name: t("site-emergency-door") }).first().waitFor();
  assert.match(questions("list"), /^1 waiting/);
  await profile.close();
});

test("words that could hurt are answered kindly, and what does not fit says why", async (c) => {
  const { origin, questions } = await desk(c);
  const profile = await newProfile(browser, { javaScriptEnabled: false });
  const page = await profile.newPage();
  await page.goto(`${origin}/questions${ARTICLE}`);
  for (const [words, says] of [
    ["My streak is over, I relapsed", t("questions-reword")],
    ["Write to me at a@example.org", t("questions-contact")],
    ["Ring me on 020 7946 0002", t("questions-contact")],
  ]) {
    await page.fill("#words", words);
    await page.check("#terms");
    await send(page);
    await page.getByText(says, { exact: true }).waitFor();
    assert.equal(await page.inputValue("#words"), words);
  }
  // The browser holds back what is empty; the server does too.
  const post = (fields) => fetch(`${origin}/questions${ARTICLE}`, { method: "POST", body: new URLSearchParams(fields) });
  for (const [fields, says] of [
    [{ words: "  " }, "questions-empty"],
    [{ words: "x".repeat(1501) }, "questions-long"],
    [{ words: "Hello there", name: "n".repeat(41) }, "questions-name-long"],
    [{ words: "Hello there" }, "questions-terms-missing"],
    [{ words: "Hello there", terms: "yes" }, "questions-old"],
    [{ words: "Hello there", terms: "yes", stamp: "AAAA" }, "questions-old"],
  ]) {
    const answer = await post(fields);
    assert.equal(answer.status, 422, says);
    const number = says === "questions-long" ? 1500 : 40;
    const sentence = t(says, { n: number });
    assert.ok((await answer.text()).includes(sentence.replaceAll("’", "’")), says);
  }
  const huge = await post({ words: "x".repeat(200_000) });
  assert.ok([400, 413].includes(huge.status), `${huge.status}`);
  assert.match(questions("list"), /^0 waiting/);
  await profile.close();
});

test("one address may leave a few in an hour, and robots leave none", async (c) => {
  const data = await mkdtemp(join(tmpdir(), "kindhold-questions-"));
  const server = await startServer({ data, args: ["--questions"] });
  c.after(async () => {
    await server.stop();
    await rm(data, { recursive: true, force: true });
  });
  const url = `${server.origin}/questions${ARTICLE}`;
  const stamp = async () => (await (await fetch(url)).text()).match(/name="stamp" value="([^"]+)"/)[1];
  const [one] = [await stamp()];
  await pause(A_MOMENT);
  const post = (more) => fetch(url, { method: "POST", body: new URLSearchParams({ words: "A plain question", terms: "yes", stamp: one, ...more }) });
  assert.equal((await post({ website: "http://spam" })).status, 422, "a field that nobody sees");
  const answers = [];
  for (let n = 0; n < 6; n += 1) answers.push((await post()).status);
  assert.deepEqual(answers, [200, 200, 200, 200, 429, 429]);
});

test("somebody’s words cannot become part of the page", async (c) => {
  const { origin, questions } = await desk(c);
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  await page.goto(`${origin}/questions${ARTICLE}`);
  const evil = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script> & "quotes"`;
  await page.fill("#words", evil);
  await page.check("#terms");
  await pause(A_MOMENT);
  await send(page);
  await page.getByRole("heading", { name: t("questions-sent") }).waitFor();
  questions("show", questions("list").match(/^([0-9a-f]{32}) /m)[1]);
  await page.goto(`${origin}/questions${ARTICLE}`);
  assert.equal(await page.locator("article .as-written").textContent(), evil);
  assert.equal(await page.locator("article img, article script").count(), 0);
  assert.notEqual(await page.title(), "owned");
  await profile.close();
});

test("an article leads to them, in each language, and the pages are easy to use", async (c) => {
  const { origin } = await desk(c);
  const profile = await newProfile(browser);
  const page = await profile.newPage();
  for (const tag of ["en", "fr-CA", "es", "de"]) {
    await page.goto(`${origin}/${tag}/library/why-it-hides/`);
    const door = page.locator("#from-readers");
    await door.waitFor();
    await door.click();
    await page.locator("#words").waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), tag);
    assert.equal(await overflow(page), null, tag);
    await isAccessible(page, `questions, ${tag}`);
    await page.locator("form button[type=submit]").click();
    assert.equal(await page.locator("#words:invalid").count(), 1, "required fields are held");
  }
  const labels = await page.locator("form label .needed").count();
  assert.equal(labels, 2, "what is needed is marked");
  await profile.close();
});
