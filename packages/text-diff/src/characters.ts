/** Classes of single UTF-16 units. `undefined` (past the end) belongs to none, so callers may look ahead freely. */
type Unit = string | undefined;

const MARKS = new Set(
  '，。、；：？！“”‘’（）〔〕﹝﹞【】《》〈〉「」『』［］｛｝…—–－～·•,.;:?!"\'()[]{}<>-~/\\|+=*&^%$#@`_％×',
);
/** Marks that end a clause. */
export const CLAUSE_ENDS: ReadonlySet<string> = new Set(['。', '；', '！', '？', '，', '：', ';', '\n']);
const NUMERALS = new Set('〇零一二三四五六七八九十百千万亿两半');

export function isDigit(unit: Unit): boolean {
  return unit !== undefined && ((unit >= '0' && unit <= '9') || (unit >= '０' && unit <= '９'));
}

export function isLatin(unit: Unit): boolean {
  return unit !== undefined && ((unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z'));
}

export function isSpace(unit: Unit): boolean {
  return unit === ' ' || unit === '\u3000' || unit === '\t' || unit === '\n' || unit === '\r' || unit === '\u00a0';
}

export function isMark(unit: Unit): boolean {
  return unit !== undefined && MARKS.has(unit);
}

/** A digit in 汉字, as in 六十周岁. */
export function isNumeral(unit: Unit): boolean {
  return unit !== undefined && NUMERALS.has(unit);
}

/** By UTF-16 unit: 0 where no atom, mark or white space can begin, which is most of a Chinese text. */
const BEGINS = new Uint8Array(0x1_0000);
for (let unit = 0; unit < BEGINS.length; unit++) {
  const sign = String.fromCharCode(unit);
  const begins = isDigit(sign) || isLatin(sign) || isSpace(sign) || isMark(sign) || isNumeral(sign) || sign === '第';
  BEGINS[unit] = begins ? 1 : 0;
}

/** The first place from `start` on where an atom, a mark or white space may begin, or the end of the text. */
export function nextBeginning(text: string, start: number): number {
  let at = start;
  while (at < text.length && BEGINS[text.charCodeAt(at)] === 0) at++;
  return at;
}

/** The end of the run of units that `is` holds for, from `start`. */
export function runEnd(text: string, start: number, is: (unit: Unit) => boolean): number {
  let end = start;
  while (end < text.length && is(text[end])) end++;
  return end;
}

/** Whether one of the words stands at `start`: its end, or `start`. Words are tried in order, so the longest come first. */
export function wordEnd(text: string, start: number, words: readonly string[]): number {
  const word = words.find((candidate) => text.startsWith(candidate, start));
  return word === undefined ? start : start + word.length;
}
