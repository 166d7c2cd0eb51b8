// SPDX-License-Identifier: Apache-2.0
// A reporter for Node's test runner: a line for each test, how it ended and its title. `cargo xtask check` holds it
// against what the documents claim.

const ending = (kind, data) => {
  if (data.skip !== undefined) return "skipped";
  if (data.todo !== undefined) return "todo";
  return kind === "test:pass" ? "ok" : "failed";
};

export default async function* ran(source) {
  for await (const { type, data } of source) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite") continue;
    yield `${ending(type, data)}\t${data.name.replaceAll(/\s+/g, " ")}\n`;
  }
}
