// SPDX-License-Identifier: Apache-2.0
// The policies, word for word, and that every kind of answer carries one. Whoever changes one of these changes what
// an injected script could do: the change belongs into docs/adr/0011 as well.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { SEATS, allPaths, startServer } from "../lib/server.js";
import { stage } from "../lib/stage.js";

const { origin } = await stage();

const REST =
  "connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; " +
  "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types kindhold";
const PAGE = `default-src 'none'; script-src 'self'; style-src 'self' 'sha256-…'; ${REST}`;
const QUESTIONS = PAGE.replace("form-action 'none'", "form-action 'self'");
const APP = `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ${REST} default`;
const WORKER = "default-src 'none'; connect-src 'self'";
const LOCKED = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The policy of an answer; a style's hash is left out, for it changes with the style. */
const policyOf = (answer) => answer.headers.get("content-security-policy")?.replace(/'sha256-[\w+/]+='/, "'sha256-…'");

const expected = (path, type) => {
  if (SEATS.includes(path)) return APP;
  if (path === "/sw.js") return WORKER;
  if (path.endsWith("/locked.html")) return LOCKED;
  return type.startsWith("text/html") ? PAGE : NOTHING;
};

test("every file of the site has the policy that was written down for it", async () => {
  const paths = [...(await allPaths(origin)), "/sw.js", "/404.html", "/nowhere", "/measures/"];
  const seen = new Set();
  for (const path of paths) {
    const answer = await fetch(origin + path);
    const policy = policyOf(answer);
    assert.equal(policy, expected(path, answer.headers.get("content-type")), path);
    seen.add(policy);
  }
  assert.deepEqual([...seen].sort(), [APP, LOCKED, NOTHING, PAGE, WORKER].sort());
});

test("answers that are no file carry one too: refusals, redirects, the relay, what has not changed", async () => {
  const tag = (await fetch(`${origin}/en/right-now/`)).headers.get("etag");
  for (const [path, options, status, policy] of [
    ["/en/right-now/", { headers: { "if-none-match": tag } }, 304, PAGE],
    ["/en/right-now", { redirect: "manual" }, 308, NOTHING],
    ["/en/right-now/", { method: "POST" }, 405, NOTHING],
    ["/questions/info", {}, 200, NOTHING],
    ["/healthz", {}, 200, NOTHING],
    ["/relay/v1/info", {}, 200, NOTHING],
    ["/relay/v1/openapi.json", {}, 200, NOTHING],
    ["/relay/v1/state", {}, 401, NOTHING],
    ["/relay/v1/nothing", {}, 404, NOTHING],
    ["/relay/v1/session", { method: "POST", body: "x" }, 400, NOTHING],
    ["/relay/v1/challenge", { method: "POST" }, 200, NOTHING],
  ]) {
    const answer = await fetch(origin + path, options);
    assert.equal(answer.status, status, path);
    assert.equal(policyOf(answer), policy, path);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(answer.headers.get("server"), null, path);
  }
});

test("pages that the program draws carry theirs: forms may go to this server, and nothing else is different", async (t) => {
  const data = await mkdtemp(join(tmpdir(), "kindhold-policy-"));
  t.after(() => rm(data, { recursive: true, force: true }));
  const own = await startServer({ t, data, args: ["--questions", "--no-limits"] });
  const article = "/questions/en/library/why-it-hides/";
  const body = new URLSearchParams({ words: "Does it get easier?" });
  for (const [path, options, status, policy] of [
    [article, {}, 200, QUESTIONS],
    [article, { method: "POST", body }, 422, QUESTIONS],
    ["/questions/en/delete/", {}, 200, QUESTIONS],
    ["/questions/en/library/nothing/", {}, 404, NOTHING],
    [article, { method: "PUT" }, 405, NOTHING],
    [article, { method: "POST", body: "x".repeat(80_000) }, 400, NOTHING],
  ]) {
    const answer = await fetch(own.origin + path, options);
    assert.equal(answer.status, status, path);
    assert.equal(policyOf(answer), policy, path);
    assert.equal(answer.headers.get("cache-control"), "no-store", path);
  }
});
