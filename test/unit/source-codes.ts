import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The ways in which a problem's code stands in the source of the service and of the rules it carries out. */
const WAYS: readonly RegExp[] = [
  /new ProblemError\(\s*\d+,\s*'([\w.-]+)'/g,
  /\b(?:conflict|forbidden)\(\s*(?:\w+ \?\? )?'([\w.-]+)'/g,
  /\binvalidField\(\s*'[^']*',\s*'([\w.-]+)'/g,
  /\brefuse\(\s*'([\w.-]+)'/g,
  /\bcode: '([a-z-]+\.[a-z-]+)'/g,
  /\['(field\.[a-z-]+)',/g,
  /\? '(field\.[a-z-]+)'/g,
  /\?\? '(field\.[a-z-]+)'/g,
  /'(document\.[a-z-]+)'/g,
  /_key: '([\w.-]+)'/g,
  /'([a-z-]+\.[a-z-]+)': '(?:forbidden|conflict|invalid)'/g,
];
const NOT_FOUND = /\bnotFound\('([\w-]+)'/g;
/** Codes of other lists: what a checklist or a check found is data on a success, and has a catalogue of its own. */
const OTHER_LISTS = ['checklist.', 'reader.', 'checkpoint.', 'ledger.', 'proofreading.'];

/** Every code that a problem document of the service can carry, sorted. */
export function codesInSource(): string[] {
  const codes = new Set<string>();
  for (const path of [
    ...filesIn('apps/api/src'),
    ...filesIn('packages/workflow/src'),
    ...filesIn('packages/reader/src'),
    ...filesIn('packages/writer/src'),
  ]) {
    const text = readFileSync(path, 'utf8');
    for (const way of WAYS) for (const [, code = ''] of text.matchAll(way)) codes.add(code);
    for (const [, subject = ''] of text.matchAll(NOT_FOUND)) codes.add(`${subject}.not-found`);
  }
  return [...codes].filter((code) => code.includes('.') && !OTHER_LISTS.some((list) => code.startsWith(list))).sort();
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : filesIn(path);
    return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [path] : [];
  });
}
