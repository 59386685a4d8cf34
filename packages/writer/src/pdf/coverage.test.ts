import { readFileSync } from 'node:fs';
import { characterName, covered, missingCharacters } from './coverage.ts';
import { loadFonts } from './fonts.ts';

test('names each character that no font has once, and no blank', () => {
  expect(missingCharacters('老年人\t①Ⅲ䶮\r\n')).toEqual([]);
  expect(missingCharacters('甲\u{323af}乙\u{323af}\u{1f600}')).toEqual(['\u{323af}', '\u{1f600}']);
  expect(characterName('\u{323af}')).toBe('\u{323af} U+323AF');
});

test('what counts as drawn is what the fonts draw, no more and no less', async () => {
  // Up to the last ideograph, without what no text holds: blanks of their own, surrogates, and what is not to be stored.
  const all = range(0x20, 0xd7ff) + range(0xe000, 0xfdcf) + range(0xfdf0, 0xfffd) + range(0x1_0000, 0x3_3479);
  const loaded = await loadFonts(new Map([['song', all]]), (file) =>
    Promise.resolve(readFileSync(require.resolve(file))),
  );
  const names = loaded.ok ? [] : String(loaded.problem.params?.['characters']).split('、');
  expect(names).toEqual(missingCharacters(all).map(characterName));
  expect(covered().size).toBeGreaterThan(30_000);
});

function range(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');
}
