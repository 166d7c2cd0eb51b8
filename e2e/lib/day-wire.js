// SPDX-License-Identifier: Apache-2.0
// What a browser sent, from its own record of its network: everything that any page, any worker and the browser
// itself asked for, every name that was looked up, every byte that went into a socket.
import { readFile } from "node:fs/promises";

/** What a browser is started with so that it writes down everything and reaches nobody but this machine. */
export const wiretap = (file) => [
  `--log-net-log=${file}`,
  "--net-log-capture-mode=Everything",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

const SENT = new Set(["SOCKET_BYTES_SENT", "SSL_SOCKET_BYTES_SENT", "UDP_BYTES_SENT"]);

/** Requests as they stand in what went over the wire: the first line and the headers of each. */
const heads = (bytes) =>
  [...bytes.toString("latin1").matchAll(/(?:GET|HEAD|POST|PUT|DELETE|OPTIONS|CONNECT) \S+ HTTP\/1\.1\r\n(?:[^\r\n]+\r\n)*\r\n/g)].map(
    ([head]) => head,
  );

/**
 * Reads the record of a browser that has ended: `asked` (each request with who began it), `wanted` (origins that a
 * way was looked for to, also ahead), addresses that were `reached`, `sent` (bytes by socket), `heads` of the requests in
 * them, `udp` (how many datagrams).
 */
export const readWire = async (file) => {
  const { constants, events } = JSON.parse(await readFile(file, "utf8"));
  const kind = Object.fromEntries(Object.entries(constants.logEventTypes).map(([name, id]) => [id, name]));
  const wire = { asked: [], wanted: new Set(), reached: new Set(), sent: [], udp: 0 };
  const sockets = new Map();
  for (const { type, params, source } of events) {
    const name = kind[type];
    if (!params) continue;
    if (name === "URL_REQUEST_START_JOB" && params.url) wire.asked.push(params);
    // Names are answered with nothing, so only whom it would have been for is told: by the address, or as a guess ahead.
    if (name === "HTTP_STREAM_JOB_CONTROLLER" && params.url) wire.wanted.add(new URL(params.url).origin);
    if (name === "HOST_RESOLVER_MANAGER_REQUEST" && params.is_speculative) wire.wanted.add(params.host);
    if (name === "TCP_CONNECT_ATTEMPT" && params.address) wire.reached.add(params.address);
    if (name === "UDP_BYTES_SENT") wire.udp += 1;
    if (SENT.has(name)) {
      const held = sockets.get(source.id) ?? [];
      held.push(Buffer.from(params.bytes, "base64"));
      sockets.set(source.id, held);
    }
  }
  wire.sent = [...sockets.values()].map((pieces) => Buffer.concat(pieces));
  wire.heads = wire.sent.flatMap(heads);
  return wire;
};
