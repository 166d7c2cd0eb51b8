// SPDX-License-Identifier: Apache-2.0
// A clinic's system on this machine: Medplum's FHIR router (transactions, conditional updates, search) and its
// validator, behind SMART backend services whose signatures are checked by jose. Strict, and in memory.
import { createServer } from 'node:http';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { foreignCodes } from './bindings.js';
import { core, problems } from './medplum.js';

const { FhirRouter, MemoryRepository } = await import('@medplum/fhir-router');
const kinds = ['CarePlan', 'Consent', 'Device', 'Observation', 'Patient', 'Procedure', 'Provenance',
  'Questionnaire', 'QuestionnaireResponse'];

const outcome = (diagnostics) =>
  ({ resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'invalid', diagnostics }] });

const statement = (keyed) => ({
  resourceType: 'CapabilityStatement', status: 'active', kind: 'instance', date: '2026-11-25',
  fhirVersion: '4.0.1', format: ['json'],
  rest: [{
    mode: 'server',
    interaction: [{ code: 'transaction' }],
    resource: kinds.map((type) => ({
      type, interaction: [{ code: 'read' }],
      conditionalUpdate: keyed === 'identifier', conditionalCreate: true, updateCreate: keyed === 'id',
    })),
  }],
});

/** Starts it. `keys` are public JSON Web Keys; the options say how it behaves. */
export async function start({ client, keys, scope, keyed = 'identifier' }) {
  const repo = new MemoryRepository();
  const router = new FhirRouter();
  const known = createLocalJWKSet({ keys });
  const seen = new Set();
  const tokens = new Set();
  const log = [];
  let base;

  async function token(body) {
    const form = new URLSearchParams(body);
    if (form.get('grant_type') !== 'client_credentials') return [400, { error: 'unsupported_grant_type' }];
    if (form.get('client_assertion_type') !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer') {
      return [400, { error: 'invalid_request' }];
    }
    try {
      const { payload, protectedHeader } = await jwtVerify(form.get('client_assertion'), known, {
        issuer: client, subject: client, audience: `${base}/token`, algorithms: ['RS384', 'ES384'], typ: 'JWT',
        requiredClaims: ['exp', 'jti'],
      });
      if (payload.exp - Date.now() / 1000 > 300) throw new Error('good for more than five minutes');
      if (seen.has(payload.jti)) throw new Error('used before');
      seen.add(payload.jti);
      log.push(protectedHeader.alg);
    } catch (error) {
      return [401, { error: 'invalid_client', error_description: error.message }];
    }
    if (form.get('scope') !== scope) return [400, { error: 'invalid_scope', error_description: 'not for this program' }];
    const access = crypto.randomUUID();
    tokens.add(access);
    return [200, { access_token: access, token_type: 'bearer', expires_in: 300, scope }];
  }

  async function transaction(request, body) {
    const access = request.headers.authorization?.replace(/^Bearer /, '');
    if (!tokens.has(access)) return [401, outcome('no such token')];
    if (request.headers['content-type'] !== 'application/fhir+json') return [415, outcome('no FHIR')];
    const bundle = JSON.parse(body);
    for (const one of [bundle, ...bundle.entry.map((e) => e.resource)]) {
      const wrong = [...problems(one), ...foreignCodes(one)];
      if (wrong.length > 0) return [422, outcome(wrong.join('; '))];
    }
    const [result, answer] = await router.handleRequest(
      { method: 'POST', url: '/', pathname: '', body: bundle, params: {}, query: {}, headers: request.headers, config: { transactions: true } }, repo);
    if (!core.isOk(result)) return [400, result];
    return [200, answer];
  }

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answers = {
      'GET /fhir/.well-known/smart-configuration': () => [200, {
        token_endpoint: `${base}/token`, grant_types_supported: ['client_credentials'],
        token_endpoint_auth_methods_supported: ['private_key_jwt'],
        token_endpoint_auth_signing_alg_values_supported: ['RS384', 'ES384'],
        capabilities: ['client-confidential-asymmetric', 'permission-v2'],
      }],
      'GET /fhir/metadata': () => [200, statement(keyed)],
      'POST /token': () => token(body),
      'POST /fhir': () => transaction(request, body),
    };
    const answer = answers[`${request.method} ${request.url}`] ?? (() => [404, outcome('nothing here')]);
    const [status, json] = await answer();
    response.writeHead(status, { 'content-type': 'application/fhir+json; charset=utf-8' });
    response.end(JSON.stringify(json));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${server.address().port}`;

  /** Everything that it has, as it would give it to a search. */
  async function all() {
    const entry = [];
    for (const kind of kinds) {
      const found = await repo.search({ resourceType: kind, count: 10000 });
      entry.push(...(found.entry ?? []));
    }
    return { resourceType: 'Bundle', type: 'searchset', entry };
  }
  /** From now on no token holds that was given before. */
  const forget = () => tokens.clear();
  return { base: `${base}/fhir`, all, forget, log, stop: () => server.close() };
}
