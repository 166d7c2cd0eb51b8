// SPDX-License-Identifier: Apache-2.0
// Bundles as the example program makes them.
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const cargo = ['run', '--quiet', '--package', 'kindhold-measure', '--example', 'bundle', '--'];
const limits = { cwd: root, maxBuffer: 1 << 28, encoding: 'utf8' };

/** `{ entries, bundle }` of a seed; the form is `file`, `id`, `identifier` or `sparse`. */
export const made = (seed, form) =>
  JSON.parse(execFileSync('cargo', [...cargo, String(seed), form], limits));

/** The entries that our own reader finds in a bundle. */
export function back(bundle) {
  const run = spawnSync('cargo', [...cargo, 'back'], { ...limits, input: JSON.stringify(bundle) });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout);
}

/** Entries in the order of their names, to be compared. */
export const sorted = (entries) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));

/** Everything in a value that has a member of this name. */
export function* members(value, name) {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value) && name in value) yield value[name];
  for (const inner of Object.values(value)) yield* members(inner, name);
}
