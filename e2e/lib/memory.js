// SPDX-License-Identifier: Apache-2.0
// What lies in the memory of running programs, read as Linux shows it to whoever owns them: every page that a
// program can read, of it and of all that it started. Without that, nothing can be said, and it is said so.
import { closeSync, openSync, readFileSync, readSync, readdirSync } from "node:fs";

const CHUNK = 8 << 20;
/** Nobody can write there, or it is no memory. */
const APART = /^\[(vvar|vvar_vclock|vsyscall|vdso)\]$/;

const parentOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
};

/** A program and everything it has started, by their numbers. */
export const family = (root) => {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);
  const parents = new Map(all.map((pid) => [pid, parentOf(pid)]));
  const found = new Set([root]);
  for (let before = 0; before !== found.size; ) {
    before = found.size;
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
  }
  return [...found].filter((pid) => parents.has(pid));
};

const lineOf = (pid) => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
};

/** What a program is: `renderer`, `gpu-process`, `network`, … */
export const kindOf = (pid) => {
  const service = /--utility-sub-type=([\w.]+)/.exec(lineOf(pid))?.[1];
  return service ?? /--type=([\w-]+)/.exec(lineOf(pid))?.[1] ?? "browser";
};

/** The stretches of memory that a program can read and that are not the text of a program on the disk. */
const stretches = (pid) => {
  let maps;
  try {
    maps = readFileSync(`/proc/${pid}/maps`, "utf8");
  } catch {
    return [];
  }
  return maps.split("\n").flatMap((line) => {
    const parts = /^([0-9a-f]+)-([0-9a-f]+) (r)(.)(.)(.) \S+ \S+ (\d+) *(.*)$/.exec(line);
    if (!parts) return [];
    const [, from, to, , write, , , inode, name] = parts;
    const isProgram = write === "-" && inode !== "0" && /^\/(usr|lib|opt)/.test(name);
    if (isProgram || APART.test(name)) return [];
    return [{ from: parseInt(from, 16), to: parseInt(to, 16), name }];
  });
};

const PAGE = 4096;
const entries = Buffer.alloc((CHUNK / PAGE + 2) * 8);

/** Whether any page of it is in use: in memory or swapped out. What was only reserved holds nothing. */
const isUsed = (pages, at, length) => {
  const first = Math.floor(at / PAGE);
  const many = Math.ceil((at + length) / PAGE) - first;
  const read = readSync(pages, entries, 0, many * 8, first * 8);
  for (let n = 7; n < read; n += 8) if (entries[n] & 0xc0) return true;
  return read === 0;
};

/** Hands out a program's memory piece by piece; neighbours overlap, so that nothing lies between two. */
function* pieces(pid, overlap, buffer) {
  const open = [];
  try {
    for (const name of ["mem", "pagemap"]) open.push(openSync(`/proc/${pid}/${name}`, "r"));
    const [memory, pages] = open;
    for (const { from, to, name } of stretches(pid)) {
      for (let at = from; at < to; at += CHUNK - overlap) {
        const length = Math.min(CHUNK, to - at);
        if (!isUsed(pages, at, length)) continue;
        const read = readOr0(memory, buffer, length, at);
        if (read > 0) yield { at, name, bytes: buffer.subarray(0, read) };
      }
    }
  } catch (error) {
    // A program may end while it is read.
    if (!["ENOENT", "ESRCH"].includes(error.code)) throw error;
  } finally {
    open.forEach(closeSync);
  }
}

/** Some of what is mapped cannot be read, or is given back meanwhile. */
const readOr0 = (memory, buffer, length, at) => {
  try {
    return readSync(memory, buffer, 0, length, at);
  } catch (error) {
    if (["EIO", "EFAULT"].includes(error.code)) return 0;
    throw error;
  }
};

/** A text as programs keep it: one byte for each letter, or two. */
export const asText = (what, text) => [
  { what, form: "utf-8", bytes: Buffer.from(text, "utf8") },
  { what, form: "utf-16", bytes: Buffer.from(text, "utf16le") },
];

/** Bytes as they are. */
export const asBytes = (what, bytes) => ({ what, form: "bytes", bytes: Buffer.from(bytes) });

/**
 * Searches programs for needles.
 * @returns what was found, each with the program, its kind, and the place; and how much was read.
 */
export const search = (pids, needles) => {
  const overlap = Math.max(...needles.map(({ bytes }) => bytes.length)) - 1;
  const buffer = Buffer.allocUnsafeSlow(CHUNK);
  const found = [];
  let read = 0;
  for (const pid of pids) {
    const kind = kindOf(pid);
    for (const { at, name, bytes } of pieces(pid, overlap, buffer)) {
      read += bytes.length;
      for (const needle of needles) {
        for (let n = bytes.indexOf(needle.bytes); n >= 0; n = bytes.indexOf(needle.bytes, n + 1)) {
          const around = bytes.subarray(Math.max(0, n - 64), n + 96).toString("latin1").replace(/[^ -~]/g, ".");
          found.push({ pid, kind, what: needle.what, form: needle.form, at: at + n, name, around });
        }
      }
    }
  }
  buffer.fill(0);
  return { found, read };
};

/** The program that was started with these words, and not one that it started. */
export const programOf = (words) => {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const has = (pid) => lineOf(pid).replaceAll("\0", " ").includes(words) && kindOf(pid) === "browser";
  return Number(all.find((pid) => Number(pid) !== process.pid && has(pid)));
};
