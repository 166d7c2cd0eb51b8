// SPDX-License-Identifier: Apache-2.0
// What may be in a browser's traffic, in its storage and at the relay. Each rule answers with what breaks it.
import { privateIn } from "./day-words.js";

/** What the relay has, as docs/format.md names it. */
const RELAY = [
  /^\/relay\/v1\/(info|challenge|session|vaults|push|purge|pull|account|devices|grant)$/,
  /^\/relay\/v1\/state(\?wait=\d+)?$/,
  /^\/relay\/v1\/doors\/[0-9a-f]{32}$/,
  /^\/relay\/v1\/mailboxes\/[0-9a-f]{32}(\?wait=\d+)?$/,
];
const QUESTIONS = /^\/questions\/(info|en\/library\/[a-z-]+\/)$/;

/** What Chromium asks for on its own account, whatever page is open. It is told by who began it. */
const OF_THE_BROWSER = /^https?:\/\/[a-z0-9-]+\.(google|googleapis|gvt1)\.com\//;
const isTheBrowsers = ({ url, initiator, request_type }) =>
  OF_THE_BROWSER.test(url) && initiator === "not an origin" && request_type === "other";

/** Requests that are neither of our server nor the browser's own business, or whose address says too much. */
export const strayRequests = (wire, origin, site) =>
  wire.asked
    .filter((request) => !isTheBrowsers(request))
    .map(({ url }) => url)
    .filter((url) => {
      if (!url.startsWith(`${origin}/`)) return true;
      const path = url.slice(origin.length);
      return !site.has(path) && !QUESTIONS.test(path) && !RELAY.some((route) => route.test(path));
    });

/** Whom a way was looked for to, and whom it was found to, beside our own server. */
export const strayPlaces = (wire, origin) => {
  const own = new URL(origin).host;
  const wanted = [...wire.wanted].filter((other) => other !== origin && !OF_THE_BROWSER.test(`${other}/`));
  const reached = [...wire.reached].filter((address) => address !== own);
  return [...wanted, ...reached, ...(wire.udp ? [`${wire.udp} datagrams`] : [])];
};

/** Headers that would tell who somebody is, or where they were. A worker that looks for its new version names itself. */
export const tellingHeaders = (wire) =>
  wire.heads.filter(
    (head) =>
      /^(cookie|upgrade):/im.test(head) ||
      /^referer: (?!http:\/\/[\d.:]+\/sw\.js\r)/im.test(head) ||
      (/^authorization:/im.test(head) && !/^\w+ \/relay\/v1\//.test(head)),
  );

/** Where private words are in what was sent. */
export const sentPrivately = (wire) => [
  ...wire.sent.flatMap((bytes) => privateIn(bytes, "what was sent")),
  ...wire.asked.flatMap((request) => privateIn(Buffer.from(JSON.stringify(request)), "an address")),
];

/** The settings that docs/privacy/data-flow.md names, with what may stand in each. */
const SETTINGS = {
  theme: /^(light|dark|contrast)$/, text: /^[123]$/, motion: /^less$/, lang: /^[a-zA-Z-]{2,5}$/, country: /^[a-z]{2}$/,
  voice: /^1$/, plain: /^1$/, wordless: /^1$/, together: /^1$/, "lock-after": /^\d{1,2}$/,
  welcomed: /^1$/, "welcomed-counsellor": /^1$/, "welcomed-supporter": /^1$/,
};

/** Everything that a page can leave outside the vault, and what of it is not a setting that is documented. */
export const straySettings = ({ local, session, cookie, cookies, files }) => [
  ...Object.entries(local).filter(([key, value]) => !SETTINGS[key]?.test(value)).map(([key, value]) => `localStorage ${key}: ${value}`),
  ...Object.keys(session).map((key) => `sessionStorage ${key}`),
  ...(cookie ? [`cookie ${cookie}`] : []),
  ...cookies.map(({ name }) => `cookie ${name}`),
  ...files.map((name) => `a file ${name}`),
];

/** Cached addresses that are no file of the site. */
export const strayCached = ({ cached }, origin, site) =>
  cached.map(([url]) => url).filter((url) => !url.startsWith(origin) || !site.has(url.slice(origin.length)));

/** Keys that a script could read out. */
export const loseKeys = ({ databases }) =>
  Object.entries(databases).flatMap(([name, { keys = [] }]) =>
    keys.filter(([, held]) => held.leaves !== false).map(([key]) => `${name}/keys/${key}`),
  );

/** Lines of a log that are not as they are documented. */
export const strayLines = (log) =>
  log.split("\n").filter(
    (line) =>
      line &&
      !/^Kindhold is at http:\/\/127\.0\.0\.1:\d+\/ \(Ctrl-C ends it\)$/.test(line) &&
      !/^\{"event":"(started|stopping)","level":"info","unix":\d+\}$/.test(line),
  );

/** Lines of the metrics with a label that is neither a route, a status nor a step of time. */
export const strayCounts = (metrics) =>
  metrics.split("\n").filter(
    (line) =>
      line &&
      !line.startsWith("#") &&
      !/^kindhold_relay_[a-z_]+(\{(route="[/a-z0-9{}.]*",status="\d{3}"|le="[\d.+Inf]+")\})? [\d.]+$/.test(line),
  );

/** Who asked, in what the relay keeps or says. */
export const visitors = (bytes, where) =>
  ["127.0.0.1", "Mozilla", "Chrome", "en-GB"].filter((word) => bytes.includes(word)).map((word) => `${where}: ${word}`);
