// SPDX-License-Identifier: Apache-2.0
// A story: the built program serves, one browser, a fresh person with a small phone. Whatever a story
// is about, it also fails when anything is logged as an error, when a page throws, or when a request
// leaves for another origin.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright-core";

/** Where the browser is; `KINDHOLD_BROWSER` names another one. */
export const BROWSER = process.env.KINDHOLD_BROWSER ?? "/usr/bin/chromium";
/** Nothing but what the page itself asks for. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** A cheap phone. */
export const PHONE = {
  viewport: { width: 360, height: 640 },
  hasTouch: true,
  locale: "en-GB",
  timezoneId: "Europe/London",
};
/** Where pictures of failed stories are put. */
const PICTURES = new URL("out/", import.meta.url);

const program = process.env.KINDHOLD_BIN ?? "";
if (!existsSync(program)) {
  console.error("KINDHOLD_BIN must name the built program: `cargo xtask check` sets it.");
  process.exit(1);
}

const running = new Set();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/**
 * Starts the program on a free port, or on the given one.
 * @returns {Promise<{ origin: string, port: number, stop: () => Promise<void> }>}
 */
export const serve = async (port = 0) => {
  const child = spawn(program, ["serve", "--addr", `127.0.0.1:${port}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const ended = new Promise((done) => child.once("exit", done));
  let said = "";
  const origin = await new Promise((found, failed) => {
    const listen = (chunk) => {
      said += chunk;
      const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
      if (address) found(address);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", failed);
    ended.then((code) => failed(new Error(`the program ended with ${code}: ${said}`)));
  });
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
    running.delete(child);
  };
  return { origin, port: Number(new URL(origin).port), stop };
};

/** Launches a browser of its own; stories share one unless they must kill it. */
export const launch = () => chromium.launch({ executablePath: BROWSER, args: FLAGS });

let shared;
/** The server and the browser that the stories of one file share. */
export const stage = () => {
  shared ??= (async () => {
    const server = await serve();
    return { ...server, browser: await launch() };
  })();
  return shared;
};

after(async () => {
  const { browser, stop } = (await shared?.catch(() => undefined)) ?? {};
  await browser?.close();
  await stop?.();
});

/**
 * Notes everything in a context that must never happen.
 * @returns {{ faults: string[], allow: (...patterns: RegExp[]) => void }}
 */
export const watch = (context, origin) => {
  const faults = [];
  const allowed = [];
  const note = (fault) => {
    if (!allowed.some((pattern) => pattern.test(fault))) faults.push(fault);
  };
  context.on("console", (message) => {
    if (message.type() === "error") note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => note(`thrown: ${error.error().stack ?? error.error()}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (["data:", "blob:"].includes(url.protocol)) return;
    if (url.origin !== origin) note(`foreign: ${request.url()}`);
  });
  return { faults, allow: (...patterns) => allowed.push(...patterns) };
};

const picture = async (name, contexts) => {
  mkdirSync(PICTURES, { recursive: true });
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 80);
  let n = 0;
  for (const page of contexts.flatMap((c) => c.pages())) {
    const path = new URL(`${slug}-${n++}.png`, PICTURES).pathname;
    await page.screenshot({ path, timeout: 3000 }).catch(() => {});
  }
};

/**
 * One story.
 * @param {string} name a sentence
 * @param {object} options `phone`: what differs from PHONE; `timeout`; `skip`
 * @param {(scene: object) => Promise<void>} tell gets `page`, `context`, `origin`, `browser`,
 *   `allow(...patterns)` for faults that belong to this story, `another(options)` for a second
 *   person's fresh context, `late(work)` for what must be done at the end
 */
export const story = (name, ...rest) => {
  const tell = rest.pop();
  const { phone = {}, timeout = 60_000, ...more } = rest.pop() ?? {};
  test(name, { timeout, ...more }, async (t) => {
    const { origin, browser } = await stage();
    const contexts = [];
    const watches = [];
    const lasts = [];
    const another = async (options = {}) => {
      const context = await browser.newContext({ ...PHONE, ...phone, baseURL: origin, ...options });
      context.setDefaultTimeout(15_000);
      contexts.push(context);
      watches.push(watch(context, origin));
      return context;
    };
    const context = await another();
    const page = await context.newPage();
    const allow = (...patterns) => watches.forEach((w) => w.allow(...patterns));
    const late = (work) => lasts.push(work);
    try {
      await tell({ t, page, context, origin, browser, allow, another, late });
      const faults = watches.flatMap((w) => w.faults);
      if (faults.length) throw new Error(`what must never happen:\n${faults.join("\n")}`);
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
export const until = async (what, holds, patience = 10_000) => {
  const end = Date.now() + patience;
  for (;;) {
    const value = await holds();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited for: ${what}`);
    await pause(25);
  }
};
