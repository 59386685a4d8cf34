import { COVERED } from './covered.ts';

let known: ReadonlySet<number> | null = null;

/** The code points that the PDF's fonts draw, whatever the face: what one face lacks is drawn in the one that has the most. */
export function covered(): ReadonlySet<number> {
  known ??= new Set(codePointsOf(COVERED));
  return known;
}

/** Tabs and the ends of lines are not drawn. */
const BLANKS = new Set(['\t', '\r', '\n']);

/** The characters of a text that no font of the PDF has, each once, in the order in which they appear: they would vanish on paper. */
export function missingCharacters(text: string): string[] {
  const missing = new Set<string>();
  const fonts = covered();
  for (const char of text) if (!fonts.has(char.codePointAt(0) ?? 0) && !BLANKS.has(char)) missing.add(char);
  return [...missing];
}

/** A character with its code, since one that no font has cannot be seen: `𲎯 U+323AF`. */
export function characterName(char: string): string {
  return `${char} U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function* codePointsOf(ranges: string): Generator<number> {
  let at = 0;
  for (const range of ranges.split(' ')) {
    const [gap = '', more = '0'] = range.split('-');
    const start = at + Number.parseInt(gap, 36);
    at = start + Number.parseInt(more, 36);
    for (let code = start; code <= at; code++) yield code;
  }
}
