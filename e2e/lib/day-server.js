// SPDX-License-Identifier: Apache-2.0
// The server as a household or a clinic runs it, with its counts and with readers' questions.
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "./server.js";

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** Starts one; `counts()` answers what it has counted. */
export const openServer = async (t) => {
  const data = await mkdtemp(join(tmpdir(), "kindhold-day-"));
  t.after(() => rm(data, { recursive: true, force: true }));
  const port = await freePort();
  const server = await startServer({ t, data, args: ["--questions", "--metrics", `127.0.0.1:${port}`] });
  const counts = async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return { ...server, data, counts };
};
