import { isDigit, isHan, isLatin } from './characters.ts';

/** Brackets of one family close each other, in half or full width. */
const FAMILIES: readonly (readonly [open: string, close: string])[] = [
  ['《', '》'],
  ['〈<', '〉>'],
  ['（(', '）)'],
  ['〔﹝', '〕﹞'],
  ['[［', ']］'],
  ['【', '】'],
  ['“', '”'],
  ['‘', '’'],
];
const OPENS = new Map(FAMILIES.flatMap(([open], family) => Array.from(open, (char) => [char, family] as const)));
const CLOSES = new Map(FAMILIES.flatMap(([, close], family) => Array.from(close, (char) => [char, family] as const)));
/** One character class, so a search for it is a walk. */
const BRACKET = new RegExp(`[${[...OPENS.keys(), ...CLOSES.keys()].map((char) => `\\${char}`).join('')}]`, 'g');
const TITLE = 0;
const INNER_TITLE = 1;

export interface Pair {
  /** Places of the two brackets. */
  readonly open: number;
  readonly close: number;
  /** How many pairs of 《》 and 〈〉 it is within. */
  readonly titles: number;
}

export interface Brackets {
  /** In the order in which they open. */
  readonly pairs: readonly Pair[];
  /** The pairs of 《》 that are within no other. */
  readonly titles: readonly Pair[];
  /** Places of those that have no other half. */
  readonly unpaired: readonly number[];
}

/**
 * Which brackets and quotation marks of a text belong together. One that is closed over, as （ in 《甲（乙》, has no other half.
 * `<` and `>` are brackets within 《》 only, elsewhere they compare; `1）` and `a)` at the head of an item are list marks.
 * Every bracket is put on the stack and taken off once: linear.
 */
export function bracketsOf(text: string): Brackets {
  const stack: { at: number; family: number; titles: number }[] = [];
  const waiting = FAMILIES.map(() => 0);
  const pairs: Pair[] = [];
  const unpaired: number[] = [];
  const pop = () => {
    const top = stack.pop();
    if (top !== undefined) waiting[top.family] = (waiting[top.family] ?? 0) - 1;
    return top;
  };
  for (const { index: at, 0: char } of text.matchAll(BRACKET)) {
    if ((char === '<' || char === '>') && waiting[TITLE] === 0) continue;
    const titles = (waiting[TITLE] ?? 0) + (waiting[INNER_TITLE] ?? 0);
    const opened = OPENS.get(char);
    if (opened !== undefined) {
      stack.push({ at, family: opened, titles });
      waiting[opened] = (waiting[opened] ?? 0) + 1;
      continue;
    }
    const family = CLOSES.get(char);
    if (family === undefined) continue;
    if ((waiting[family] ?? 0) === 0) {
      if (!isListMark(text, at) && !isApostrophe(text, at)) unpaired.push(at);
      continue;
    }
    for (let top = pop(); top !== undefined; top = pop()) {
      if (top.family === family) {
        pairs.push({ open: top.at, close: at, titles: top.titles });
        break;
      }
      unpaired.push(top.at);
    }
  }
  unpaired.push(...stack.map((each) => each.at));
  pairs.sort((a, b) => a.open - b.open);
  const outermost = pairs.filter(({ open, titles }) => titles === 0 && text.charAt(open) === '《');
  return { pairs, titles: outermost, unpaired: unpaired.sort((a, b) => a - b) };
}

const LONGEST_LIST_MARK = 3;

/** `1）`, `一）` or `a)` at the head of the text or behind a mark that ends an item. */
function isListMark(text: string, close: number): boolean {
  if (!'）)'.includes(text.charAt(close))) return false;
  let from = close;
  while (from > 0 && close - from < LONGEST_LIST_MARK && isMark(text.charAt(from - 1))) from--;
  return from < close && (from === 0 || '。；;：:，,\n'.includes(text.charAt(from - 1)));
}

function isMark(char: string): boolean {
  return isDigit(char) || isLatin(char) || (isHan(char) && '一二三四五六七八九十'.includes(char));
}

function isApostrophe(text: string, at: number): boolean {
  return text.charAt(at) === '’' && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at + 1));
}
