import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { READER_CODES, accountFor, readDocument } from '@dingben/reader';
import { docxFromParts } from '../support/documents/parts.ts';
import { expectationOf } from '../support/documents/expectation.ts';

const folder = join('test', 'fixtures', 'documents');
const EXPECTED = '.expected';
const filesIn = (group: string): string[] =>
  readdirSync(join(folder, group)).filter((name) => !name.endsWith(EXPECTED) && existsSync(join(folder, group, name)));
const expectedOf = (group: string, name: string): string => readFileSync(join(folder, group, name + EXPECTED), 'utf8');

describe.each(['ok', 'not-ok'])('the documents in %s', (group) => {
  test.each(filesIn(group))('%s is read as a person has written down', (name) => {
    const read = readDocument({ bytes: readFileSync(join(folder, group, name)), name });
    expect(expectationOf(read)).toBe(expectedOf(group, name));
    if (!read.ok) return;
    const { characters, outline, text } = read.value;
    expect(characters.inOutline + characters.inFindings).toBe(characters.input);
    if (text !== null) expect(accountFor(text, outline).lost).toEqual([]);
  });

  test.each(readdirSync(join(folder, 'parts', group)))('%s gives the document beside it', (name) => {
    const bytes = docxFromParts(readFileSync(join(folder, 'parts', group, name), 'utf8'));
    const file = readFileSync(join(folder, group, name.replace(/\.parts$/, '.docx')));
    expect(Buffer.compare(Buffer.from(bytes), file)).toBe(0);
  });
});

test('what is ok has no error, what is not has one or is refused', () => {
  const isBad = (group: string, name: string): boolean => /^(error|refused) /m.test(expectedOf(group, name));
  expect(filesIn('ok').filter((name) => isBad('ok', name))).toEqual([]);
  expect(filesIn('not-ok').filter((name) => !isBad('not-ok', name))).toEqual([]);
});

test('every code of a finding stands in one of them, but for the one that no document should get', () => {
  const all = ['ok', 'not-ok'].flatMap((group) => filesIn(group).map((name) => expectedOf(group, name))).join('');
  expect(READER_CODES.filter((code) => !all.includes(` ${code}`))).toEqual(['reader.unaccounted']);
});
