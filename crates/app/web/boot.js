// SPDX-License-Identifier: Apache-2.0
// Before the app: how the page looks, how to leave it, what stays when the app does not start.
// It runs before the first paint, so that nobody is dazzled at night.
(() => {
  const page = document.documentElement;
  const keep = {
    theme: /^(light|dark|contrast)$/,
    text: /^[123]$/,
    motion: /^less$/,
  };
  for (const [key, known] of Object.entries(keep)) {
    try {
      const value = localStorage.getItem(key);
      if (value && known.test(value)) page.dataset[key] = value;
    } catch {
      // Storage is blocked: the page looks as the device does.
    }
  }

  const leave = () => {
    // The app drops its keys first; whatever it does, the screen is empty right after.
    dispatchEvent(new Event("kindhold-leave"));
    document.title = "";
    document.body.replaceChildren();
    location.replace("/measures/");
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

  // What the app draws is put together from these pieces; nothing that runs or loads is among them.
  const piece = /^(?:[^<]|<\/?[a-z][a-z0-9]*(?: (?!on|style|src|href|xlink)[a-z:-]+(?:="[^"<>]*")?)*\s*\/?>)*$/i;
  const heavy = /<\/?(?:script|iframe|object|embed|base|link|meta|style|form|template|foreignobject)\b/i;
  const worker = "/sw.js";
  const types = window.trustedTypes;
  types?.createPolicy("default", {
    createHTML: (html) => (piece.test(html) && !heavy.test(html) ? html : null),
  });
  const policy = types?.createPolicy("kindhold", {
    createScriptURL: (url) => (url === worker ? url : ""),
  });

  // The plain sentence and its doors: there before the app, and again if the app fails.
  let doors;
  const sorry = () => {
    const app = document.getElementById("app");
    if (!app) return;
    if (doors) app.replaceChildren(doors.cloneNode(true));
    const sentence = document.getElementById("opening");
    if (sentence) {
      sentence.textContent =
        "The app could not start here. Nothing that was kept is lost. These pages work without it.";
    }
  };
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) sorry();
  });
  addEventListener("unhandledrejection", (event) => {
    if (event.reason instanceof WebAssembly.RuntimeError) sorry();
  });

  const code = import("/app/kindhold.js");
  const parsed = new Promise((done) => document.addEventListener("DOMContentLoaded", done));
  const start = async () => {
    try {
      const body = fetch("/app/kindhold_bg.wasm");
      body.catch(() => {});
      const app = await code;
      await parsed;
      const first = document.getElementById("main");
      doors = first?.cloneNode(true);
      await app.default({ module_or_path: body });
    } catch {
      await parsed;
      sorry();
    }
  };
  start();

  if ("serviceWorker" in navigator) {
    const url = policy ? policy.createScriptURL(worker) : worker;
    addEventListener("load", () => navigator.serviceWorker.register(url).catch(() => {}));
  }
})();
