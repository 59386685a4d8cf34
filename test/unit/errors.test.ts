import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { READER_CODES } from '@dingben/reader';
import { finding as findingEn } from '../../apps/admin/src/i18n/en/edition.ts';
import { finding as findingZh } from '../../apps/admin/src/i18n/zh/edition.ts';
import { problem as en } from '../../apps/admin/src/i18n/en/problem.ts';
import { problem as zh } from '../../apps/admin/src/i18n/zh/problem.ts';
import { codesInSource } from './source-codes.ts';

const documented = readFileSync('docs/errors.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('`')[1] ?? '');

test('docs/errors.md lists the codes that the source can refuse with, and no other', () => {
  expect(documented).toEqual(codesInSource());
  expect(documented.length).toBeGreaterThan(50);
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
])(
  'the %s catalogue has a sentence for every finding of the reader',
  (_, catalogue: Readonly<Record<string, string>>) => {
    expect(READER_CODES.filter((code) => (catalogue[code] ?? '').trim() === '')).toEqual([]);
  },
);

test('both catalogues have the same codes', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
});
