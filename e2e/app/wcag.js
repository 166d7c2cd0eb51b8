// SPDX-License-Identifier: Apache-2.0
// What can be held against WCAG 2.2 on a screen as it stands. Each answers with what breaks it.

/** Distances between letters, words and lines as somebody may set them (1.4.12). */
export const spread = (page, on) =>
  page.evaluate((on) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
    document.adoptedStyleSheets = on ? [...document.adoptedStyleSheets, sheet] : document.adoptedStyleSheets.slice(0, -1);
  }, on);

/** Fields that do not say what the browser may keep of them. Files of the browser would hold what stands in one. */
export const untold = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("input:not([type=checkbox]), textarea, select")]
      .filter((e) => !e.hasAttribute("autocomplete"))
      .map((e) => e.outerHTML.slice(0, 90)),
  );

/** What is seen on a control must be part of what it is called (2.5.3). */
export const misnamed = (page) =>
  page.evaluate(() => {
    const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    const seen = (e) => {
      const copy = e.cloneNode(true);
      for (const hidden of copy.querySelectorAll("[aria-hidden=true], svg, .hidden-visually")) hidden.remove();
      return plain(copy.textContent);
    };
    return [...document.querySelectorAll("button[aria-label], a[aria-label]")]
      .filter((e) => e.checkVisibility() && !plain(e.getAttribute("aria-label")).includes(seen(e)))
      .map((e) => `${e.getAttribute("aria-label")} shows ${seen(e)}`);
  });

/** The page says what it is and in which language; nothing shows up at a pointer alone. */
export const unsaid = (page) =>
  page.evaluate(() => [
    ...(document.title.trim() ? [] : ["no title"]),
    ...(/^[a-z]{2}/.test(document.documentElement.lang) ? [] : ["no language"]),
    ...(document.querySelectorAll("main").length === 1 ? [] : ["not one main part"]),
    ...[...document.querySelectorAll("[title]")].map((e) => `a tip: ${e.title}`),
  ]);

/** The edges of fields and of what is chosen stand out from what is around them, 3 to 1 at least (1.4.11). */
export const faint = (page) =>
  page.evaluate(() => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
    const light = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      const part = (n) => (n / 255 <= 0.04045 ? n / 255 / 12.92 : ((n / 255 + 0.055) / 1.055) ** 2.4);
      return a ? 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b) : undefined;
    };
    const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const behind = (e) => {
      for (let up = e.parentElement; up; up = up.parentElement) {
        const found = light(getComputedStyle(up).backgroundColor);
        if (found !== undefined) return found;
      }
      return 1;
    };
    return [...document.querySelectorAll("input:not([type=checkbox], [type=file]), textarea, select, .chip, .scale button")]
      .filter((e) => e.checkVisibility() && !e.disabled)
      .filter((e) => !e.closest(".switches"))
      .map((e) => ({ e, by: ratio(light(getComputedStyle(e).borderTopColor) ?? behind(e), behind(e)) }))
      .filter(({ by }) => by < 3)
      .map(({ e, by }) => `${by.toFixed(2)} ${e.outerHTML.slice(0, 80)}`);
  });

/** What has the focus: where it stands in the order, whether its mark can be seen, whether anything covers all of it. */
const stop = (page) =>
  page.evaluate(() => {
    const e = document.activeElement;
    if (e === document.body || e === document.documentElement) return null;
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
      .filter((one) => one.checkVisibility() && !one.disabled);
    const box = e.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(e);
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + x * box.width, box.top + y * box.height]));
    const free = points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (e.contains(top) || top.contains(e) || [...(e.labels ?? [])].some((label) => label.contains(top)));
    });
    return {
      at: stops.indexOf(e),
      all: stops.length,
      marked: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
      free,
      what: e.outerHTML.slice(0, 90),
    };
  });

/** Goes through a screen by Tab from its top to its end: each stop comes in order, is marked and is not covered. */
export const byKeyboard = async (page, most = 120) => {
  const found = [];
  // From the top, as a page that was just opened.
  await page.evaluate(() => {
    const top = document.createElement("span");
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove();
  });
  let last = -1;
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press("Tab");
    const here = await stop(page);
    // The end of the page: the browser's own part has the focus.
    if (!here || here.at <= last) {
      const all = here?.all ?? (await page.evaluate(() => 0));
      if (here && last !== all - 1 && here.at !== 0) found.push(`out of order at ${here.what}`);
      return found;
    }
    if (!here.marked) found.push(`no mark on ${here.what}`);
    if (!here.free) found.push(`covered: ${here.what}`);
    last = here.at;
  }
  return [...found, "there is no end to it"];
};
