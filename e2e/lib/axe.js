// SPDX-License-Identifier: Apache-2.0
// axe-core on a page, as it stands.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import assert from "node:assert/strict";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Fails when axe-core finds anything, best practices included. */
export const isAccessible = async (page, where) => {
  // Through the debugger, so that the page's policy stands as it is.
  await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}\n    ${node.html}\n    ${node.failureSummary}`),
    );
  });
  assert.deepEqual(found, [], where);
};

export const THEMES = ["light", "dark", "contrast"];
