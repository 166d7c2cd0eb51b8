// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { made } from '../lib/bundles.js';

const here = fileURLToPath(new URL('..', import.meta.url));
const python = `${here}node_modules/.python/bin/python`;
const run = (command, args, input) =>
  spawnSync(command, args, { cwd: here, input, encoding: 'utf8', maxBuffer: 1 << 28 });
const isThere = run('python3', ['--version']).status === 0;

function wrong(bundles) {
  const { stdout, stderr } = run(python, ['second.py'], bundles.map((b) => JSON.stringify(b)).join('\n'));
  assert.notEqual(stdout, '', stderr);
  return JSON.parse(stdout);
}

test('validators written in Rust and in Python find nothing wrong, and a broken one', { skip: !isThere && 'no Python here' }, () => {
  if (!existsSync(python)) {
    assert.equal(run('python3', ['-m', 'venv', 'node_modules/.python']).status, 0);
  }
  const pip = run(python, ['-m', 'pip', 'install', '--quiet', '-r', 'requirements.txt']);
  assert.equal(pip.status, 0, pip.stderr);
  const bundles = [];
  for (const form of ['file', 'id', 'identifier', 'sparse']) {
    for (let seed = 1; seed <= 5; seed++) bundles.push(made(seed, form));
  }
  assert.deepEqual(wrong(bundles), []);
  const [broken] = bundles;
  broken.bundle.entry[0].resource.colour = 'red';
  assert.equal(wrong([broken]).length, 2, 'both find it');
});
