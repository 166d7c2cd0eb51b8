// SPDX-License-Identifier: Apache-2.0
// Asks our own program, line by line.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const crate = fileURLToPath(new URL("..", import.meta.url));

/** Starts the example `oracle`; `KINDHOLD_ORACLE` names it where it is built already. */
export function ours() {
  const built = process.env.KINDHOLD_ORACLE;
  const child = built
    ? spawn(built, { stdio: ["pipe", "pipe", "inherit"] })
    : spawn("cargo", ["run", "--quiet", "-p", "kindhold-measure", "--example", "oracle"], {
        cwd: crate,
        stdio: ["pipe", "pipe", "inherit"],
      });
  const waiting = [];
  createInterface({ input: child.stdout }).on("line", (line) => waiting.shift()?.(JSON.parse(line)));
  child.on("exit", () => waiting.splice(0).forEach((give) => give({ error: "the program ended" })));
  return {
    ask: (question) =>
      new Promise((give) => {
        waiting.push(give);
        child.stdin.write(`${JSON.stringify(question)}\n`);
      }),
    end: () => child.stdin.end(),
  };
}

/** Random numbers from a seed (mulberry32), so that a failure can be had again. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, one: (list) => list[below(list.length)] };
}
