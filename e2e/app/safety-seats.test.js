// SPDX-License-Identifier: Apache-2.0
// What a counsellor and a supporter may never come to think: that somebody watches, or that a person is sorted.
import { deepEqual, ok } from "node:assert/strict";
import { story } from "../lib/story.js";
import { t } from "../lib/words.js";
import { togetherTour } from "./together-tour.js";

/** Words that would make a level of what is only a number somebody gave. */
const SORTED = /\b(at risk|risk (score|level)|high risk|low risk|severe|moderate|mild|stable|escalat\w+|alerts?)\b/i;

story("every screen of a counsellor’s and a supporter’s seat says that nobody watches, and none sorts people", { timeout: 180_000 }, async ({ another, allow }) => {
  allow(/40[134]/);
  const [faults, seen] = [[], { counsellor: 0, supporter: 0 }];
  const fresh = async () => (await another()).newPage();
  await togetherTour(fresh, async (page, name) => {
    const seat = new URL(page.url()).pathname.split("/")[1];
    const words = await page.locator("body").innerText();
    if (SORTED.test(words)) faults.push(`${name}: ${SORTED.exec(words)[0]}`);
    if (!(seat in seen)) return;
    seen[seat] += 1;
    const banner = page.getByText(t(seat === "supporter" ? "banner-supporter" : "banner"), { exact: true });
    if (!(await banner.first().isVisible())) faults.push(`${name} does not say that nobody watches`);
  });
  deepEqual(faults, []);
  ok(seen.counsellor >= 9 && seen.supporter >= 3, JSON.stringify(seen));
});
