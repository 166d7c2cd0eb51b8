// SPDX-License-Identifier: Apache-2.0
// Everything works without a network after one visit. The whole site is one version: kept whole or
// not at all, named by what is in it. A new one waits until no page of the old one is open.

// Path to SHA-256 of its bytes, put in by the build.
const FILES = {};
const VERSION = "";

const PREFIX = "kindhold-";
const NAME = PREFIX + VERSION;
const MISSING = "/404.html";

/** Whether these are the bytes that belong to this version. */
const fits = async (response, hash) => {
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"));
  return hex.join("") === hash;
};

/** What an earlier version already has of it, so that an update costs little data. */
const kept = async (older, path, hash) => {
  for (const cache of older) {
    const response = await cache.match(path);
    if (response && (await fits(response, hash))) return response;
  }
  return undefined;
};

const fetched = async (path, hash) => {
  const response = await fetch(path, { cache: "no-cache", credentials: "omit" });
  // The page for addresses that do not exist says so in its status.
  const right = response.status === 200 || path === MISSING;
  if (!right || response.redirected || !(await fits(response, hash))) {
    throw new Error(`not the file of this version: ${path}`);
  }
  return response;
};

const install = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  const older = await Promise.all(names.map((name) => caches.open(name)));
  const cache = await caches.open(NAME);
  try {
    const waiting = Object.entries(FILES);
    const carry = async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [path, hash] = next;
        await cache.put(path, (await kept(older, path, hash)) ?? (await fetched(path, hash)));
      }
    };
    // Few at a time: the page that is being read goes first on a thin line.
    await Promise.all([carry(), carry(), carry()]);
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
};

const activate = async () => {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name)),
  );
};

const find = async (path) => (await caches.open(NAME)).match(path, { ignoreSearch: true });

const answer = async (request, path) => {
  const file = await find(path);
  if (file) return file;
  if (request.mode !== "navigate") return fetch(request);
  if (Object.hasOwn(FILES, `${path}/`)) return Response.redirect(`${path}/`, 301);
  try {
    return await fetch(request);
  } catch {
    return (await find(MISSING)) ?? Response.error();
  }
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  // What is asked of the relay is never kept.
  if (url.pathname.startsWith("/relay/")) return;
  event.respondWith(answer(event.request, url.pathname));
});
