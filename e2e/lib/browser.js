// SPDX-License-Identifier: Apache-2.0
// Chromium as on a small phone, watched: what it asks for, what it complains about.
import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const PHONE = { width: 360, height: 640 };

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
/** What every browser of ours is started with. */
export const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** How many browsers of a test have used a folder and not been put away yet. */
const users = new Map();

/** A browser of its own for a file of tests. */
export const openBrowser = () => chromium.launch({ executablePath, args });

/** A fresh profile. */
export const newProfile = async (browser, options = {}) =>
  watch(await browser.newContext({ viewport: PHONE, hasTouch: true, ...options }));

/**
 * A profile on the disk, with its own browser: it outlives a killed browser, and it can have the
 * device's text twice as large. It is gone when the test ends.
 */
export const openProfile = async (t, { folder, largeText = false, ...options } = {}) => {
  const at = folder ?? (await mkdtemp(join(tmpdir(), "kindhold-")));
  if (largeText) {
    await mkdir(join(at, "Default"), { recursive: true });
    const webprefs = { default_font_size: 32, default_fixed_font_size: 26 };
    await writeFile(join(at, "Default/Preferences"), JSON.stringify({ webkit: { webprefs } }));
  }
  const context = await chromium.launchPersistentContext(at, {
    executablePath,
    args,
    viewport: PHONE,
    hasTouch: true,
    ...options,
  });
  users.set(at, (users.get(at) ?? 0) + 1);
  t.after(async () => {
    await context.close().catch(() => {});
    users.set(at, users.get(at) - 1);
    if (users.get(at) === 0) await rm(at, { recursive: true, force: true, maxRetries: 5 });
  });
  return Object.assign(watch(context), { folder: at });
};

/** What the browser complains of, and of which address of ours. */
const complaint = (message) => {
  const { pathname } = new URL(message.location().url || "about:blank");
  return `${message.text()} (${pathname})`;
};

/** Notes every address that is asked for and every complaint. */
const watch = (context) => {
  const asked = [];
  const complaints = [];
  context.on("request", (request) => asked.push(request.url()));
  context.on("weberror", (event) => complaints.push(String(event.error())));
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(complaint(message));
  });
  return Object.assign(context, { asked, complaints });
};

/** Addresses that are not on this server. */
export const foreign = (asked, origin) =>
  asked.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob|about):/.test(url));

/** Waits until the whole site is kept on the device. */
export const keptOnDevice = (page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });

/** How far the page is wider than the screen, in pixels, and what sticks out. */
export const overflow = (page) =>
  page.evaluate(() => {
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide <= 0) return null;
    const edge = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > edge + 1,
    );
    return `${wide} px: ${out.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)).join("\n")}`;
  });
