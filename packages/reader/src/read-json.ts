import { ok, refuse, type Result } from '@dingben/kernel';
import { PROVISION_KEYS, type Outline } from '@dingben/outline';

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads the exchange form `dingben.outline/1`. Checks the shape of everything it promises, so that the rest of the code may
 * rely on the type; keys it does not know are left alone.
 *
 * Refuses with `document.json-invalid` (no JSON) or `document.json-shape` (params.path: where, as `$.sections[0].kind`).
 */
export function readJson(text: string): Result<Outline> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('document.json-invalid');
  }
  const path = firstFault(value);
  // firstFault has checked every property that Outline declares.
  return path === null ? ok(value as Outline) : refuse('document.json-shape', { path });
}

function firstFault(value: unknown): string | null {
  if (!isObject(value) || value['schema'] !== 'dingben.outline/1') return '$.schema';
  const findings = value['findings'];
  return (
    textFault(value, '$', ['title', 'edition']) ??
    listFault(value['sections'], '$.sections', (section, path) => sectionFault(section, path, 0)) ??
    (findings === undefined
      ? null
      : listFault(findings, '$.findings', (finding, path) => textFault(finding, path, ['code', 'severity'])))
  );
}

const DEEPEST_SECTION = 8;

function sectionFault(section: Json, path: string, depth: number): string | null {
  if (depth > DEEPEST_SECTION) return path;
  if (section['kind'] !== 'chapter' && section['kind'] !== 'category') return `${path}.kind`;
  if (section['restored'] !== undefined && section['restored'] !== true) return `${path}.restored`;
  return (
    textFault(section, path, ['number', 'title']) ??
    optionalList(section, 'sections', path, (inner, at) => sectionFault(inner, at, depth + 1)) ??
    optionalList(section, 'entries', path, (entry, at) => entryFault(entry, at, 0))
  );
}

function entryFault(entry: Json, path: string, depth: 0 | 1): string | null {
  const { provisions, items, code } = entry;
  if (code !== undefined && typeof code !== 'string') return `${path}.code`;
  if ((provisions === undefined) === (items === undefined)) return `${path}.provisions`;
  if (items !== undefined && (depth === 1 || (Array.isArray(items) && items.length === 0))) return `${path}.items`;
  return (
    textFault(entry, path, ['number', 'title']) ??
    (provisions === undefined
      ? null
      : isObject(provisions)
        ? textFault(provisions, `${path}.provisions`, PROVISION_KEYS)
        : `${path}.provisions`) ??
    optionalList(entry, 'items', path, (item, at) => entryFault(item, at, 1)) ??
    optionalList(entry, 'citations', path, (citation, at) => textFault(citation, at, ['provision', 'title']))
  );
}

function textFault(value: Json, path: string, keys: readonly string[]): string | null {
  const missing = keys.find((key) => typeof value[key] !== 'string');
  return missing === undefined ? null : `${path}.${missing}`;
}

function optionalList(
  value: Json,
  key: string,
  path: string,
  fault: (item: Json, path: string) => string | null,
): string | null {
  return value[key] === undefined ? null : listFault(value[key], `${path}.${key}`, fault);
}

function listFault(value: unknown, path: string, fault: (item: Json, path: string) => string | null): string | null {
  if (!Array.isArray(value)) return path;
  for (const [index, item] of value.entries()) {
    const at = `${path}[${index}]`;
    const found = isObject(item) ? fault(item, at) : at;
    if (found !== null) return found;
  }
  return null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
