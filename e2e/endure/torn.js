// SPDX-License-Identifier: Apache-2.0
// A battery that ran out in the middle of a write: the browser's newest file ends somewhere inside it.
import { readdir, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { chance } from "./chance.js";
import { entries } from "./entries.js";
import { Ledger } from "./ledger.js";
import { Phone } from "./phone.js";

/** How many bytes of the last write are missing. */
const CUTS = [1, 7, 100, 1000, 2000];

const logOf = async (folder) => {
  const at = join(folder, "Default/IndexedDB");
  const [store] = (await readdir(at)).filter((name) => name.endsWith(".leveldb"));
  const logs = (await readdir(join(at, store))).filter((name) => name.endsWith(".log")).sort();
  return join(at, store, logs.at(-1));
};

/** Cuts and starts three times, for each cut. Answers with faults: all but the last write has to be there each time. */
export const torn = async ({ origin, cuts = CUTS, say = () => {} }) => {
  const faults = [];
  for (const [n, cut] of cuts.entries()) {
    const by = chance(90 + n);
    const make = entries(by);
    const ledger = new Ledger();
    const phone = await new Phone(origin).start();
    let at = Date.UTC(2026, 0, 1);
    const write = async (many) => {
      const wall = () => ({ unix_ms: (at += 60_000), offset_min: 0 });
      const all = Array.from({ length: many }, () => ({ thing: by.name(), entry: make.begin("diary", wall()), at, offset: 0 }));
      const said = await phone.live(all);
      said.forEach((one, i) => ledger.keep(all[i].thing, all[i].entry, one));
    };
    await phone.begin();
    await write(30);
    const [last] = await Promise.all([by.name(), phone.page.waitForTimeout(300)]);
    const before = ledger.versions;
    await phone.live([{ at, offset: 0, thing: last, entry: make.begin("letter", { unix_ms: at, offset_min: 0 }) }]);
    await phone.kill();
    const log = await logOf(phone.folder);
    await truncate(log, (await stat(log)).size - cut);
    for (let starts = 1; starts <= 3; starts++) {
      await phone.start();
      const opened = await phone.open().then(() => undefined, (error) => String(error).split("\n")[0]);
      if (opened) {
        faults.push(`cut by ${cut}, start ${starts}: ${opened}`);
        break;
      }
      const read = await phone.read();
      const air = { kept: read.lines.filter(({ thing }) => thing === last), deleted: [] };
      faults.push(...ledger.faults(read, air).map((fault) => `cut by ${cut}, start ${starts}: ${fault}`));
      await phone.page.waitForTimeout(300);
      await write(2);
      await phone.close();
    }
    say(`the last write cut by ${cut} bytes: ${before} before it, ${ledger.versions} at the end`);
    await phone.lose();
  }
  return faults;
};
