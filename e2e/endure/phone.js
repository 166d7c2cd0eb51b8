// SPDX-License-Identifier: Apache-2.0
// One device: a profile on the disk, and in its browser the probe's page.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openProfile } from "../lib/browser.js";
import { PROBE } from "./front.js";

/** Every process, by its number. */
const processes = () => {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid ? [{ pid: Number(pid), parent: Number(parent), args }] : [];
  });
};

/** The browser process of a profile, and all that descend from it. */
const family = (folder) => {
  const all = processes();
  const main = all.filter(({ args, pid }) => args.includes(`--user-data-dir=${folder}`) && !args.includes("--type=") && pid !== process.pid);
  const found = [...main];
  for (const one of found) found.push(...all.filter(({ parent, pid }) => parent === one.pid && !found.some((f) => f.pid === pid)));
  return { main, found };
};

/** A browser whose windows were all killed sometimes opens none any more: it has ended, though its process is there. */
const windowOf = async (context) => {
  const late = new AbortController();
  const never = pause(60_000, undefined, { signal: late.signal }).then(() => {
    throw new Error("no window opens any more: the browser has been closed");
  });
  const opened = await Promise.race([context.newPage(), never]);
  late.abort();
  never.catch(() => {});
  return opened;
};

const kill = (those) => {
  for (const { pid } of those) {
    try {
      process.kill(pid, "SIGKILL");
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  }
};

/** A device that is used, put away, killed, and used again. */
export class Phone {
  #lasts = [];

  constructor(origin, { folder, passcode } = {}) {
    Object.assign(this, { origin, folder, passcode });
  }

  /** Opens the browser on the probe's page. */
  async start() {
    this.folder ??= await mkdtemp(join(tmpdir(), "kindhold-endure-"));
    const options = { folder: this.folder, baseURL: this.origin, locale: "en-GB" };
    this.context = await openProfile({ after: (work) => this.#lasts.push(work) }, options);
    this.context.setDefaultTimeout(120_000);
    await this.context.exposeFunction("confirmed", (n, said) => this.onConfirmed?.(n, said));
    this.page = this.context.pages()[0] ?? (await windowOf(this.context));
    await this.#probe();
    return this;
  }

  async #probe() {
    await this.page.goto(PROBE);
    await this.page.waitForFunction("window.ready");
  }

  /** Another window on the probe's page, in place of one whose process was killed. */
  async startWindow() {
    this.page = await windowOf(this.context);
    await this.#probe();
  }

  /** A second window beside the first, with the same vault open in it. */
  async startSecond() {
    const first = this.page;
    await this.startWindow();
    await this.open();
    [this.page, this.second] = [first, this.page];
  }

  /** Calls a function of the probe. */
  call(name, ...words) {
    return this.page.evaluate(([name, words]) => window.call(name, ...words), [name, words]);
  }

  /** Sets the clock on the wall. */
  setClock({ at, offset }) {
    return this.page.evaluate(([at, offset]) => window.setClock(at, offset), [at, offset]);
  }

  /** Makes a vault. */
  begin() {
    return this.call("begin", this.passcode);
  }

  /** Opens the vault; answers with how long that took and how many versions of things there are. */
  open() {
    return this.call("open", this.passcode);
  }

  /** Does things one after the other; answers with what each was confirmed with. */
  live(all) {
    return this.page.evaluate((all) => window.live(all), all);
  }

  /** Does things one after the other until one is refused; answers with what was said, and what was refused. */
  tryToLive(all) {
    return this.page.evaluate((all) => window.tryToLive(all), all);
  }

  /** Begins things at intervals in a window, and does not wait. */
  rush(window, all, every) {
    return window.evaluate(([all, every]) => window.rush(all, every), [all, every]);
  }

  /** Everything that is in the vault, read afresh, and its chains checked. */
  async read() {
    return JSON.parse(await this.call("read"));
  }

  /** SIGKILL to the whole browser: every process of it at once. */
  async kill() {
    const { main, found } = family(this.folder);
    const gone = main.length ? new Promise((done) => this.context.once("close", done)) : undefined;
    kill(found);
    await gone;
    while (family(this.folder).main.length) await pause(5);
    this.second = undefined;
  }

  /** SIGKILL to every process that has a page in it; the browser itself goes on. */
  async killWindows() {
    const windows = [this.page, this.second].filter(Boolean);
    const gone = windows.map((window) => new Promise((done) => window.once("crash", done)));
    kill(family(this.folder).found.filter(({ args }) => args.includes("--type=renderer")));
    await Promise.all(gone);
    await Promise.all(windows.map((window) => window.close()));
    this.second = undefined;
  }

  /** Puts the browser away as somebody would who closes it. */
  async close() {
    await this.context?.close().catch(() => {});
  }

  /** Puts the browser away and opens another on the same profile. */
  async restart() {
    await this.close();
    await this.start();
  }

  /** The device is gone with everything on it. */
  async lose() {
    await this.close();
    for (const work of this.#lasts) await work();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
