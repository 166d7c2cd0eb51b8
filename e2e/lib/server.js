// SPDX-License-Identifier: Apache-2.0
// The product as it ships: the built program on a port of its own.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const built = fileURLToPath(new URL("../../target/product/debug/kindhold", import.meta.url));

/**
 * Starts the program that KINDHOLD names, or the one that `cargo xtask build` made. With a test, it
 * ends when the test does; with a folder for its data, it is a relay as well.
 */
export const startServer = async ({ t, addr = "127.0.0.1:0", data, args = [] } = {}) => {
  const relay = data ? ["--data", data] : [];
  const program = spawn(process.env.KINDHOLD ?? built, ["serve", "--addr", addr, ...relay, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [program.stdout, program.stderr]) stream.on("data", (more) => (log += more));
  program.stderr.on("data", (more) => /"level":"info"/.test(more) || process.stderr.write(more));
  const ended = new Promise((done) => program.once("exit", done));
  const origin = await new Promise((told, failed) => {
    let words = "";
    program.stdout.on("data", (more) => {
      words += more;
      const found = words.match(/http:\/\/[\d.:]+/);
      if (found) told(found[0]);
    });
    program.once("error", failed);
    program.once("exit", () => failed(new Error("the server ended before it began")));
  });
  const stop = async () => {
    program.kill("SIGTERM");
    await ended;
  };
  t?.after(stop);
  return { origin, addr: origin.slice("http://".length), stop, log: () => log };
};

/** Every address of the site, from the list that the worker keeps. */
export const allPaths = async (origin) => {
  const worker = await (await fetch(`${origin}/sw.js`)).text();
  return Object.keys(JSON.parse(worker.match(/const FILES = (\{.*?\});/)[1]));
};

/** The pages that the app starts in. */
export const SEATS = ["/app/", "/counsellor/", "/supporter/"];

const pages = async (origin) =>
  (await allPaths(origin)).filter((path) => path.endsWith("/") && !SEATS.includes(path));

/** Other languages than English have the same pages, drawn by the same code: they are tried for what a language
 * can do to a layout. */
const isTranslated = (path) => /^\/(?!en\/)[a-z]{2}(-[A-Z]{2})?\//.test(path);

/** The static pages in English and those of no language: everything that helps without the app. */
export const staticPages = async (origin) => (await pages(origin)).filter((path) => !isTranslated(path));

/** The static pages of all other languages. */
export const translatedPages = async (origin) => (await pages(origin)).filter(isTranslated);
