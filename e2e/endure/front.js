// SPDX-License-Identifier: Apache-2.0
// The built program, and on the same origin the probe: a page that can be told what the time is, and called.
import { readFile } from "node:fs/promises";
import http from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.env.KINDHOLD_PROBE ?? fileURLToPath(new URL("../../target/probe", import.meta.url));
const html = fileURLToPath(new URL("probe.html", import.meta.url));

/** Where the probe's page is. */
export const PROBE = "/probe/";

/** Serves both; what is not the probe's goes to the program, as it is. */
export const startFront = async (origin) => {
  const files = new Map([
    [PROBE, ["text/html", await readFile(html)]],
    [`${PROBE}probe.js`, ["text/javascript", await readFile(join(folder, "probe.js"))]],
    [`${PROBE}probe_bg.wasm`, ["application/wasm", await readFile(join(folder, "probe_bg.wasm"))]],
  ]);
  const server = http.createServer((request, response) => {
    const file = files.get(request.url);
    if (file) return response.writeHead(200, { "content-type": file[0] }).end(file[1]);
    const { method, headers, url } = request;
    const further = http.request(origin + url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    further.on("error", () => response.destroy());
    response.on("close", () => further.destroy());
    return request.pipe(further);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};
