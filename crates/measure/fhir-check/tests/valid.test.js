// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import test from 'node:test';
import { foreignCodes } from '../lib/bindings.js';
import { made, members } from '../lib/bundles.js';
import { problems } from '../lib/medplum.js';

const forms = ['file', 'id', 'identifier', 'sparse'];
const kinds = new Set();
let codes = 0;

for (const form of forms) {
  for (let seed = 1; seed <= 10; seed++) {
    test(`every resource of bundle ${seed} (${form}) is valid and every reference leads somewhere`, () => {
      const { bundle } = made(seed, form);
      assert.deepEqual(problems(bundle), []);
      const urls = new Set(bundle.entry.map((e) => e.fullUrl));
      assert.equal(urls.size, bundle.entry.length, 'each has an address of its own');
      for (const { resource } of bundle.entry) {
        kinds.add(resource.resourceType);
        assert.deepEqual(problems(resource), [], JSON.stringify(resource));
        const foreign = foreignCodes(resource);
        assert.equal(foreign.length, 0, foreign.join('; '));
        codes += foreign.checked;
        const contained = new Set((resource.contained ?? []).map((c) => `#${c.id}`));
        for (const reference of members(resource, 'reference')) {
          assert.ok(urls.has(reference) || contained.has(reference), reference);
        }
        for (const name of ['interpretation', 'referenceRange']) {
          assert.equal([...members(resource, name)].length, 0, name);
        }
      }
    });
  }
}

test('codes that FHIR requires were looked at, and a foreign one is found', () => {
  assert.ok(codes > 1000, String(codes));
  assert.deepEqual([...foreignCodes({ resourceType: 'Observation', status: 'finalx' })], ['Observation.status: finalx']);
  const care = { resourceType: 'CarePlan', activity: [{ detail: { status: 'red' } }] };
  assert.deepEqual([...foreignCodes(care)], ['CarePlan.activity.detail.status: red']);
});

test('all the kinds of resources were there', () => {
  const wanted = ['CarePlan', 'Consent', 'Device', 'Observation', 'Patient', 'Procedure', 'Provenance',
    'Questionnaire', 'QuestionnaireResponse'];
  assert.deepEqual([...kinds].sort(), wanted);
});

// A test that cannot fail says nothing: each of these has to be found.
const breaks = {
  Observation: (r) => delete r.code,
  Procedure: (r) => { r.status = 7; },
  CarePlan: (r) => { r.activity[0].detail.colour = 'red'; },
  Consent: (r) => { r.dateTime = 'yesterday'; },
  QuestionnaireResponse: (r) => { r.item = [{ text: 'no linkId' }]; },
  Provenance: (r) => { r.agent = []; },
  Patient: (r) => { r.identifier = 'p'; },
};
for (const [kind, spoil] of Object.entries(breaks)) {
  test(`a broken ${kind} is found`, () => {
    const { bundle } = made(1, 'file');
    const { resource } = bundle.entry.find((e) => e.resource.resourceType === kind);
    spoil(resource);
    assert.notDeepEqual(problems(resource), []);
  });
}
