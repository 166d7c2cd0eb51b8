// SPDX-License-Identifier: Apache-2.0
// What static pages gain when script runs. They are complete without it.
(() => {
  const page = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  for (const [key, known] of [
    ["theme", /^(light|dark|contrast)$/],
    ["text", /^[123]$/],
    ["motion", /^less$/],
  ]) {
    const value = read(key);
    if (value && known.test(value)) page.dataset[key] = value;
  }

  // The front page leads to the chosen language, else to the first that the device asks for. A link to
  // another language chooses it.
  const links = [...document.querySelectorAll(".languages a")];
  for (const link of links) {
    link.addEventListener("click", () => {
      try {
        localStorage.setItem("lang", link.lang);
      } catch {
        // Not remembered, then.
      }
    });
  }
  if (location.pathname === "/") {
    const primary = (tag) => tag.split("-")[0];
    const all = [page, ...links];
    const has = (tag) => all.find((l) => l.lang === tag) ?? all.find((l) => primary(l.lang) === primary(tag));
    const chosen = [read("lang"), ...navigator.languages].filter(Boolean).map(has).find(Boolean);
    if (chosen?.href) location.replace(chosen.href);
  }

  const leave = () => {
    document.title = "";
    document.body.replaceChildren();
    location.replace("/measures/");
  };
  document.querySelector(".exit")?.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let last = -Infinity;
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - last < 1500) leave();
    last = event.timeStamp;
  });

  const here = document.querySelector("[data-country]")?.dataset.country;
  if (here) {
    try {
      localStorage.setItem("country", here);
    } catch {
      // Not remembered, then.
    }
  }
  const country = read("country");
  const list = document.getElementById("countries");
  for (const item of list?.children ?? []) {
    if (item.dataset.code === country) {
      list.prepend(item);
      break;
    }
  }

  // Where the operator takes questions, an article leads to them.
  const questions = document.getElementById("from-readers");
  if (questions && navigator.onLine) {
    fetch("/questions/info")
      .then((answer) => answer.json())
      .then((info) => {
        questions.hidden = info.questions !== true;
      })
      .catch(() => {});
  }

  if ("serviceWorker" in navigator) {
    const own = "/sw.js";
    const policy = window.trustedTypes?.createPolicy("kindhold", {
      createScriptURL: (url) => (url === own ? url : ""),
    });
    navigator.serviceWorker.register(policy ? policy.createScriptURL(own) : own).catch(() => {});
    navigator.serviceWorker.ready.then((ready) => ready.active?.postMessage({ language: page.lang }));
  }
})();
