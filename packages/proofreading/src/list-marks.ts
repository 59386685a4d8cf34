import { digitsAt } from './characters.ts';

/** The mark of an item in a running text: `2.`, `（2）`, `②`. */
export interface ListMark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'dot' | 'bracket' | 'circle';
  readonly value: number;
  /** `3.16-59周岁`: the mark runs into a number and is read as a decimal. */
  readonly runsOn: boolean;
}

const MARK = /[0-9０-９（①-⑳]/g;
const HEADS = '：；。\n:;';
const FIRST_CIRCLE = 0x2460;
const LAST_CIRCLE = 0x2473;
/** Behind a decimal these make it an amount: 1.5倍. */
const AMOUNTS = '倍%％万亿元米公';

/** The marks of the lists in a text: at its head, or behind what ends an item. A mark that begins no list and goes on none is none. */
export function listMarks(text: string): ListMark[] {
  const found: ListMark[] = [];
  const last = { dot: 0, bracket: 0, circle: 0 };
  for (const { index: at } of text.matchAll(MARK)) {
    if (at > 0 && !HEADS.includes(text.charAt(at - 1))) continue;
    const mark = markAt(text, at);
    if (mark === null) continue;
    // 3.5倍 is no mark unless a 2. came before it; and 2019. begins no list.
    const goesOn = mark.value === last[mark.kind] + 1;
    if (mark.value !== 1 && (last[mark.kind] === 0 || (mark.runsOn && !goesOn))) continue;
    if (mark.value === 1 && mark.runsOn) continue;
    last[mark.kind] = mark.value;
    found.push(mark);
  }
  return found;
}

function markAt(text: string, start: number): ListMark | null {
  const code = text.charCodeAt(start);
  if (code >= FIRST_CIRCLE && code <= LAST_CIRCLE)
    return { start, end: start + 1, kind: 'circle', value: code - FIRST_CIRCLE + 1, runsOn: false };
  const bracket = text.charAt(start) === '（';
  const number = digitsAt(text, start + (bracket ? 1 : 0), 2);
  if (number === null) return null;
  const close = text.charAt(number.end);
  const value = Number(number.digits);
  if (bracket) return close === '）' ? { start, end: number.end + 1, kind: 'bracket', value, runsOn: false } : null;
  if (close !== '.' && close !== '．') return null;
  const decimals = digitsAt(text, number.end + 1, 4);
  if (decimals !== null && AMOUNTS.includes(text.charAt(decimals.end) || ' ')) return null;
  return { start, end: number.end + 1, kind: 'dot', value, runsOn: decimals !== null };
}
