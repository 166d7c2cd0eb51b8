// SPDX-License-Identifier: Apache-2.0
// Before the app: how the page looks, how to leave it, what stays when the app does not start.
// It runs before the first paint, so that nobody is dazzled at night.
(() => {
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      // Storage is blocked: the page looks as the device does.
      return null;
    }
  };
  for (const [key, known] of [
    ["theme", /^(light|dark|contrast)$/],
    ["text", /^[123]$/],
    ["motion", /^less$/],
  ]) {
    const value = read(key);
    if (value && known.test(value)) document.documentElement.dataset[key] = value;
  }
  // The chosen language, else the first that the device asks for and the app has, else the first there is.
  const page = document.documentElement;
  const known = page.dataset.languages.split("|").map((entry) => entry.split("=")[0]);
  const primary = (tag) => tag.split("-")[0];
  const has = (tag) => known.find((k) => k === tag) ?? known.find((k) => primary(k) === primary(tag));
  const first = page.lang;
  page.lang = [read("lang"), ...navigator.languages].filter(Boolean).map(has).find(Boolean) ?? known[0];
  page.dir = /^(ar|fa|he|ps|ur|yi)/.test(page.lang) ? "rtl" : "ltr";
  if (read("plain") === "1") {
    document.title = document.querySelector("title").dataset.plain;
    const manifest = document.querySelector("link[rel=manifest]");
    manifest.href = manifest.dataset.plain;
  }

  const leave = () => {
    // The app drops its keys first; whatever it does, the screen is empty right after.
    dispatchEvent(new Event("kindhold-leave"));
    document.title = "";
    document.body.replaceChildren();
    // Behind this page lie entries of the app, one for each screen: back and forward must not lead
    // to them. So: to the first of them, make it the neutral page, and cut off what follows.
    const depth = typeof history.state === "number" ? history.state : 0;
    let gone = false;
    const away = () => {
      if (gone) return;
      gone = true;
      history.replaceState(null, "", "/measures/");
      history.pushState(null, "", "/measures/");
      location.replace("/measures/");
    };
    if (depth === 0) return away();
    addEventListener("popstate", away, true);
    setTimeout(away, 250);
    history.go(-depth);
  };
  addEventListener("click", (event) => {
    if (!event.target.closest?.(".exit")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leave();
  }, true);
  let last = -Infinity;
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - last < 1500) leave();
    last = event.timeStamp;
  }, true);

  // The app draws some of its pieces from fixed text in its own code. Only harmless pieces pass:
  // nothing that runs, loads or leads anywhere.
  const harmless =
    /^(?:[^<]|<\/?(?!script|style|template|iframe|object|embed|base|link|meta|form|foreignobject)[a-z][a-z0-9]*(?: (?!on|style|src|href|xlink)[a-z0-9:-]+(?:="[^"<>]*")?)*\s*\/?>)*$/i;
  const worker = "/sw.js";
  window.trustedTypes?.createPolicy("default", {
    createHTML: (html) => (harmless.test(html) ? html : null),
  });
  const policy = window.trustedTypes?.createPolicy("kindhold", {
    createScriptURL: (url) => (url === worker ? url : ""),
  });

  // The plain sentence and its doors: there before the app, and again when the app has failed.
  let plain;
  const stop = () => {
    const app = document.getElementById("app");
    if (!app || !plain) return;
    const main = plain.cloneNode(true);
    const sentence = main.querySelector("#start");
    sentence.textContent = sentence.dataset.stopped;
    main.querySelector("#kept").hidden = false;
    app.replaceChildren(main);
  };
  const broken = (reason) => reason instanceof WebAssembly.RuntimeError;
  addEventListener("error", (event) => broken(event.error) && stop());
  addEventListener("unhandledrejection", (event) => broken(event.reason) && stop());

  // The page itself is in the first language.
  const speak = () => {
    const all = JSON.parse(document.getElementById("words").content.textContent);
    const words = all[page.lang] ?? {};
    for (const element of document.querySelectorAll("[data-t]")) {
      element.textContent = words[element.dataset.t] ?? element.textContent;
    }
    const start = document.getElementById("start");
    start.dataset.stopped = words["site-start-stopped"] ?? start.dataset.stopped;
    for (const link of document.querySelectorAll(`#main a[href^="/${first}/"]`)) {
      link.setAttribute("href", link.getAttribute("href").replace(`/${first}/`, `/${page.lang}/`));
    }
  };
  const parsed = new Promise((done) => addEventListener("DOMContentLoaded", done)).then(speak);
  const start = async () => {
    // Other devices and other people are in a fuller app, loaded where they are part of it.
    const fuller =
      location.pathname !== "/app/" || read("together") === "1" || /^#(invite=|join)/.test(location.hash);
    const name = fuller ? "together" : "kindhold";
    if (fuller) {
      const style = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/app/together.css" });
      document.head.append(style);
    }
    const body = fetch(`/app/${name}_bg.wasm`);
    const code = import(`/app/${name}.js`);
    await parsed;
    plain = document.getElementById("main").cloneNode(true);
    const [app, module] = await Promise.all([code, body]);
    await app.default({ module_or_path: module });
  };
  start().catch(stop);
  // Loaded the first time somebody writes; without it nothing else stops.
  window.kindholdSignpost = async () => {
    const module = await import("/app/signpost.js");
    await module.default({ module_or_path: "/app/signpost_bg.wasm" });
    return module.shows;
  };

  if ("serviceWorker" in navigator) {
    const url = policy ? policy.createScriptURL(worker) : worker;
    addEventListener("load", () => navigator.serviceWorker.register(url).catch(() => {}));
    navigator.serviceWorker.ready.then((ready) => ready.active?.postMessage({ language: page.lang }));
  }

  // No copy of the page is kept for "back": a browser lets go of one that somebody writes to.
  const line = () => new BroadcastChannel("app");
  line().onmessage = () => {};
  addEventListener("pagehide", () => line().postMessage(0));
})();
