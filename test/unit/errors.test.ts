import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { READER_CODES } from '@dingben/reader';
import { finding as findingEn } from '../../apps/admin/src/i18n/en/edition.ts';
import { finding as findingZh } from '../../apps/admin/src/i18n/zh/edition.ts';
import { problem as en } from '../../apps/admin/src/i18n/en/problem.ts';
import { problem as zh } from '../../apps/admin/src/i18n/zh/problem.ts';
import { PROOFREADING_CODES } from '@dingben/proofreading';
import { codesInSource } from './source-codes.ts';

const [problems = '', findings = ''] = readFileSync('docs/errors.md', 'utf8').split('\n## Findings\n');
const documented = codesIn(problems);

/** The codes of a table, which stand first in their lines. */
function codesIn(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('`')[1] ?? '');
}

test('docs/errors.md lists the codes that the source can refuse with, and no other', () => {
  expect(documented).toEqual(codesInSource());
  expect(documented.length).toBeGreaterThan(50);
});

test('and the codes of proofreading', () => {
  expect(codesIn(findings)).toEqual(PROOFREADING_CODES);
});

describe.each([
  ['Chinese', zh],
  ['English', en],
])('the %s catalogue', (_, catalogue: Readonly<Record<string, string>>) => {
  test('has a sentence for every code', () => {
    expect(documented.filter((code) => (catalogue[code] ?? '').trim() === '')).toEqual([]);
  });
});

test.each([
  ['Chinese', findingZh],
  ['English', findingEn],
])('the %s catalogue has a sentence for every finding of a check', (_, catalogue: Readonly<Record<string, string>>) => {
  expect([...PROOFREADING_CODES, ...READER_CODES].filter((code) => (catalogue[code] ?? '').trim() === '')).toEqual([]);
});

test('both catalogues have the same codes', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
});
