// SPDX-License-Identifier: Apache-2.0
// A story: the built program serves, one browser, a fresh person with a small phone. Whatever a story
// is about, it also fails when anything is complained about, when a page throws, or when a request
// leaves for another origin.
import { mkdirSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { foreign, newProfile } from "./browser.js";
import { stage } from "./stage.js";

/** Where pictures of failed stories are put. */
const PICTURES = new URL("../out/", import.meta.url);
/** How long a step may take on a busy machine, in milliseconds; a story that goes well never waits for it. */
const PATIENCE = 30_000;

const picture = async (name, contexts) => {
  mkdirSync(PICTURES, { recursive: true });
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 80);
  let n = 0;
  for (const page of contexts.flatMap((context) => context.pages())) {
    const path = new URL(`${slug}-${n++}.png`, PICTURES).pathname;
    await page.screenshot({ path, timeout: 3000 }).catch(() => {});
  }
};

/** What must never happen, whatever a story is about. */
const faults = (contexts, origin, allowed) =>
  contexts
    .flatMap((context) => [...context.complaints, ...foreign(context.asked, origin)])
    .filter((fault) => !allowed.some((pattern) => pattern.test(fault)));

/**
 * One story.
 * @param {string} name a sentence
 * @param {object} [options] of the test runner; `phone`: what is different about this phone
 * @param {(scene: object) => Promise<void>} tell gets `page`, `context`, `origin`, `browser`, `t`;
 *   `allow(...patterns)` for complaints that belong to this story; `another(options)` for somebody
 *   else's fresh profile; `adopt(context)` for one that was opened elsewhere; `late(work)` for what
 *   must be done at the end; `relay`: the folder of its data, and `log()`, everything it has said
 */
export const story = (name, ...rest) => {
  const tell = rest.pop();
  const { phone = {}, ...options } = rest.pop() ?? {};
  test(name, { timeout: 90_000, ...options }, async (t) => {
    const { origin, browser, data, log } = await stage();
    const contexts = [];
    const allowed = [];
    const lasts = [];
    const adopt = (context) => {
      context.setDefaultTimeout(PATIENCE);
      contexts.push(context);
      return context;
    };
    const another = async (more = {}) =>
      adopt(await newProfile(browser, { baseURL: origin, locale: "en-GB", ...phone, ...more }));
    const context = await another();
    const scene = {
      t,
      page: await context.newPage(),
      context,
      origin,
      browser,
      relay: { data, log },
      another,
      adopt,
      allow: (...patterns) => allowed.push(...patterns),
      late: (work) => lasts.push(work),
    };
    try {
      await tell(scene);
      const found = faults(contexts, origin, allowed);
      if (found.length) throw new Error(`what must never happen:\n${found.join("\n")}`);
    } catch (error) {
      await picture(name, contexts);
      throw error;
    } finally {
      for (const context of contexts) await context.close().catch(() => {});
      for (const work of lasts.reverse()) await work();
    }
  });
};

/** Waits until something holds; says what was waited for when it never does. */
export const until = async (what, holds, patience = PATIENCE) => {
  const end = Date.now() + patience;
  for (;;) {
    const value = await holds();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited for: ${what}`);
    await pause(25);
  }
};
