// SPDX-License-Identifier: Apache-2.0
// Stands before the real server and lets a test change what a file says, as an update would.
import { createHash } from "node:crypto";
import http from "node:http";

const hash = (text) => createHash("sha256").update(text).digest("hex");

/** A server that passes everything on, but for what was changed. It ends with the test. */
export const startProxy = async (t, origin) => {
  const changed = new Map();
  let broken = "";
  const fetched = async (path) => {
    const answer = await fetch(origin + path, { headers: { "accept-encoding": "identity" } });
    const headers = Object.fromEntries(answer.headers);
    for (const name of ["content-length", "etag", "connection", "date"]) delete headers[name];
    return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  const worker = (script) => {
    let text = script.toString();
    for (const [path, body] of changed) {
      text = text.replace(new RegExp(`("${path}":")[0-9a-f]{64}`), `$1${hash(body)}`);
    }
    return text.replace(/(const VERSION = ")[^"]*/, `$1${hash(text).slice(0, 16)}`);
  };
  const answer = async (path) => {
    const file = await fetched(path);
    if (path === broken) return { ...file, status: 500, body: "" };
    if (changed.has(path)) return { ...file, body: changed.get(path) };
    if (path === "/sw.js" && changed.size > 0) return { ...file, body: worker(file.body) };
    return file;
  };
  const server = http.createServer(async (request, response) => {
    try {
      const { status, headers, body } = await answer(request.url);
      response.writeHead(status, headers).end(body);
    } catch {
      response.destroy();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  t.after(stop);
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** From now on this file says something else, and the worker knows it. */
    change: async (path, edit) => changed.set(path, edit((await fetched(path)).body.toString())),
    /** From now on this file cannot be had. */
    breakOff: (path) => (broken = path),
    mend: () => (broken = ""),
    stop,
  };
};
