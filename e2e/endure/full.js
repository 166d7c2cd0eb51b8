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

/** A small file system of its own; `undefined` where that may not be made. */
export const smallDisk = async () => {
  const at = await mkdtemp(join(tmpdir(), "kindhold-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${MEGABYTES}m`, "tmpfs", at], { stdio: "pipe" });
  } catch {
    await rm(at, { recursive: true });
    return undefined;
  }
  const ballast = join(at, "ballast");
  return {
    at,
    /** Leaves so many bytes. */
    leave: async (bytes) => {
      await rm(ballast, { force: true });
      const { bavail, bsize } = await statfs(at);
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - bytes)));
    },
    makeRoom: () => rm(ballast, { force: true }),
    putAway: async () => {
      execFileSync("umount", ["--lazy", at]);
      await rm(at, { recursive: true, force: true });
    },
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
    await disk.leave(bytes);
    const { many, refused } = await write(4000);
    say(`${bytes} bytes left: ${many} more were confirmed, then ${refused ?? "nothing was refused"}`);
    refusals.push(refused);
    if (!refused) faults.push(`with ${bytes} bytes left nothing was refused`);
    await compare("full");
    if (n % 2) {
      await phone.kill();
      await disk.makeRoom();
      await phone.start();
      await phone.open();
    }
    await disk.makeRoom();
    await compare("with room again");
    const again = await write(20);
    if (again.refused) faults.push(`with room again: ${again.refused}`);
    await compare("after more was written");
  }
  return { faults, refusals, confirmed: ledger.versions, phone };
};
