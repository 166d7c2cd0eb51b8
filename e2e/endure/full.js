// SPDX-License-Identifier: Apache-2.0
// A disk that is full at several moments, truly: the profile lies in a small file system of its own.
import { execFileSync } from "node:child_process";
import { mkdtemp, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chance } from "./chance.js";
import { entries } from "./entries.js";
import { Ledger } from "./ledger.js";
import { Phone } from "./phone.js";

/** What is left on the disk each time, in bytes, before writing goes on until nothing more is taken. */
const LEFT = [400_000, 120_000, 40_000, 8_000, 0];
const MEGABYTES = 160;

/** A small file system of its own; where that may not be made, the browser's own share of the disk. */
export const smallDisk = async () => {
  const at = await mkdtemp(join(tmpdir(), "kindhold-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${MEGABYTES}m`, "tmpfs", at], { stdio: "pipe" });
  } catch {
    return share(at);
  }
  const ballast = join(at, "ballast");
  return {
    at,
    what: "a file system of its own",
    /** Leaves so many bytes. */
    leave: async (bytes) => {
      await rm(ballast, { force: true });
      const { bavail, bsize } = await statfs(at);
      // The browser writes as well: what does not fit any more has filled the disk all the same.
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - bytes))).catch(() => {});
    },
    makeRoom: () => rm(ballast, { force: true }),
    putAway: async () => {
      execFileSync("umount", ["--lazy", at]);
      await rm(at, { recursive: true, force: true });
    },
  };
};

/** Not the disk itself is full then, but what the browser lets this origin have. */
const share = (at) => {
  const quota = async (phone, size) => {
    const { origin } = phone;
    const cdp = await phone.context.newCDPSession(phone.page);
    const { usage } = await cdp.send("Storage.getUsageAndQuota", { origin });
    await cdp.send("Storage.overrideQuotaForOrigin", { origin, ...(size !== undefined && { quotaSize: usage + size }) });
  };
  return {
    at,
    what: "the browser's share alone: a file system of its own may not be made here, run as root",
    leave: (bytes, phone) => quota(phone, bytes),
    makeRoom: (phone) => phone && quota(phone),
    putAway: () => rm(at, { recursive: true, force: true }),
  };
};

const many = (by, how, at) => {
  const write = entries(by);
  return Array.from({ length: how }, (_, n) => {
    const when = { at: at + n * 60_000, offset: 60 };
    return { ...when, thing: by.name(), entry: write.begin("letter", { unix_ms: when.at, offset_min: 60 }) };
  });
};

/** Writes until nothing more is taken, several times over. Answers with what was said each time. */
export const full = async ({ origin, disk, seed = 5, left = LEFT, say = () => {} }) => {
  const [by, ledger, faults, refusals] = [chance(seed), new Ledger(), [], []];
  const phone = await new Phone(origin, { folder: join(disk.at, "profile") }).start();
  await phone.begin();
  let at = Date.UTC(2026, 0, 1);
  const write = async (how) => {
    const all = many(by, how, (at += 86_400_000));
    const { said, refused } = await phone.tryToLive(all);
    said.forEach((one, n) => ledger.keep(all[n].thing, all[n].entry, one));
    return { many: said.length, refused };
  };
  const compare = async (when) => faults.push(...ledger.faults(await phone.read()).map((fault) => `${when}: ${fault}`));

  await write(40);
  for (const [n, bytes] of left.entries()) {
    await disk.leave(bytes, phone);
    const { many, refused } = await write(4000);
    say(`${bytes} bytes left: ${many} more were confirmed, then ${refused ?? "nothing was refused"}`);
    refusals.push(refused);
    if (!refused) faults.push(`with ${bytes} bytes left nothing was refused`);
    // Somebody taps again, and again.
    for (let tries = 0; tries < 5; tries++) await write(1);
    if (n % 2) await phone.kill();
    await disk.makeRoom(phone);
    if (n % 2) {
      await phone.start();
      await phone.open();
    }
    const again = await write(20);
    if (again.refused) faults.push(`with room again: ${again.refused}`);
    await compare("with room again");
    // What is thrown away is thrown away at a start, and not always at the first.
    for (let starts = 1; starts <= 2; starts++) {
      await phone.restart();
      const lost = await phone.open().then(() => undefined, (error) => String(error).split("\n")[0]);
      if (lost) return { faults: [...faults, `start ${starts} after ${bytes} bytes were left: ${lost}`], refusals, confirmed: ledger.versions, phone };
      await write(1);
    }
    await compare("after two more starts");
  }
  return { faults, refusals, confirmed: ledger.versions, phone };
};
