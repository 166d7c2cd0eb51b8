// SPDX-License-Identifier: Apache-2.0
// The whole way into a clinic's system and back: our sender, a FHIR server that nobody here wrote, our reader.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { exportJWK, exportPKCS8, generateKeyPair } from 'jose';
import { back, made, members, sorted } from '../lib/bundles.js';
import { start } from '../lib/server.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'kindhold-'));
test.after(() => rmSync(folder, { recursive: true }));
const scope = 'system/*.cu';
const client = 'kindhold at a clinic';

async function key(alg, form) {
  const options = { extractable: true, ...(alg === 'RS384' ? { modulusLength: 2048 } : {}) };
  const { publicKey, privateKey } = await generateKeyPair(alg, options);
  const file = join(folder, `${alg}-${form}-${crypto.randomUUID()}`);
  const text = form === 'pem'
    ? await exportPKCS8(privateKey)
    : JSON.stringify({ keys: [{ ...(await exportJWK(privateKey)), kid: 'k1' }] });
  writeFileSync(file, text);
  return { file, jwk: { ...(await exportJWK(publicKey)), kid: 'k1', alg, use: 'sig' } };
}

/** Our sender, as a program. */
function send(base, file, seed, { asked = scope, name = client, kid = 'k1', atOnce = '8' } = {}) {
  const bundles = { id: made(seed, 'id').bundle, identifier: made(seed, 'identifier').bundle };
  return sendThese(base, file, bundles, { asked, name, kid, atOnce });
}

function sendThese(base, file, bundles, { asked = scope, name = client, kid = 'k1', atOnce = '8' } = {}) {
  const args = ['run', '--quiet', '--package', 'kindhold-ehr', '--example', 'send', '--', base, name, file, kid, asked, atOnce];
  const program = spawn('cargo', args, { cwd: root });
  let out = '';
  program.stdout.on('data', (chunk) => { out += chunk; });
  program.stderr.on('data', (chunk) => { out += chunk; });
  program.stdin.end(JSON.stringify(bundles));
  return new Promise((done) => program.on('close', (status) => done({ status, out })));
}

for (const [alg, form] of [['RS384', 'pem'], ['RS384', 'jwk'], ['ES384', 'pem'], ['ES384', 'jwk']]) {
  for (const keyed of ['identifier', 'id']) {
    test(`${alg} from a ${form}, known by ${keyed}: sent twice it is there once, and comes back as it was`, async () => {
      const { file, jwk } = await key(alg, form);
      const server = await start({ client, keys: [jwk], scope, keyed });
      try {
        const first = await send(server.base, file, 7);
        assert.equal(first.status, 0, first.out);
        const once = await server.all();
        const second = await send(server.base, file, 7);
        assert.equal(second.status, 0, second.out);
        const twice = await server.all();
        assert.equal(twice.entry.length, once.entry.length);
        assert.match(second.out, /^Taken in: 0 new/);
        assert.deepEqual(server.log, [alg, alg]);
        const found = back(twice);
        assert.equal(found.damaged, 0);
        assert.deepEqual(sorted(found.entries), sorted(made(7, 'file').entries));
        const there = new Set(twice.entry.map((e) => `${e.resource.resourceType}/${e.resource.id}`));
        for (const { resource } of twice.entry) {
          for (const reference of members(resource, 'reference')) {
            assert.ok(reference.startsWith('#') || there.has(reference), reference);
          }
        }
      } finally {
        server.stop();
      }
    });
  }
}

test('a key that the clinic does not have, a scope that it does not give, a bundle that is not valid: each is said', async () => {
  const { file, jwk } = await key('ES384', 'pem');
  const other = await key('ES384', 'pem');
  const server = await start({ client, keys: [jwk], scope });
  try {
    const wrong = await send(server.base, other.file, 1);
    assert.match(wrong.out, /does not know this program by this key.*Check the client id/s);
    const name = await send(server.base, file, 1, { name: 'somebody else' });
    assert.match(name.out, /does not know this program by this key/);
    const kid = await send(server.base, file, 1, { kid: 'k2' });
    assert.match(kid.out, /does not know this program by this key/);
    const asked = await send(server.base, file, 1, { asked: 'system/*.*' });
    assert.match(asked.out, /does not give what was asked for, system\/\*\.\*/);
    const bundle = made(1, 'identifier').bundle;
    bundle.entry.findLast((e) => e.resource.resourceType === 'Observation').resource.status = 'made up';
    const invalid = await sendThese(server.base, file, { identifier: bundle });
    assert.match(invalid.out, /^(\d+) of \d+ were taken in, then not: The server refused what was sent \(422\): .*Observation.status: made up/);
    const many = await send(server.base, file, 1, { atOnce: 'all' });
    assert.match(many.out, /^The server refused what was sent \(400\): .*too many entries/);
    for (const { status } of [many, wrong, name, kid, asked, invalid]) assert.equal(status, 1);
    const there = (await server.all()).entry.length;
    assert.ok(there > 0 && there === Number(invalid.out.split(' ')[0]), 'as many are there as it says');
  } finally {
    server.stop();
  }
});
