import { categoryMark, chapterMark, fromHanzi, itemMark, serviceMark, toHanzi } from '@dingben/outline';
import { digitValue, isBlank, skipBlanks } from './characters.ts';
import { bareLabelAt, labelAt, type Label } from './labels.ts';

/** What a paragraph looks like by its first characters. Whether it is that, its place decides (`roles.ts`). */
export type Shape = { readonly type: 'plain' } | ({ readonly type: 'label' } & Label) | MarkShape;

/** A numbered line: its mark is what stands before the title, `printed` how the official document would write it. */
export interface MarkShape {
  readonly type: MarkType;
  readonly value: number;
  readonly end: number;
  readonly printed: string;
  /** Nothing but a blank stands behind the number: so do amounts begin. */
  readonly isWeak: boolean;
}

export type MarkType = 'chapter' | 'category' | 'service' | 'item';

const LONGEST_NUMBER = 4;
const LONGEST_HANZI = 5;
/** Numbers that are one character with their mark, from 1 on: ⒈ ⑴ ㈠. */
const ENCLOSED: readonly (readonly [number, number, MarkType])[] = [
  [0x2488, 20, 'service'],
  [0x2474, 20, 'item'],
  [0x3220, 10, 'category'],
];

const PRINTED: Readonly<Record<MarkType, (value: number) => string>> = {
  chapter: (value) => chapterMark(toHanzi(value)),
  category: (value) => categoryMark(toHanzi(value)),
  service: (value) => serviceMark(String(value)),
  item: (value) => itemMark(String(value)),
};

/** Reads the first characters of a paragraph; looks at no more than the mark, so it is linear in the mark's length. */
export function shapeOf(text: string): Shape {
  return label(text) ?? service(text) ?? bracketed(text) ?? chapter(text) ?? enclosed(text) ?? { type: 'plain' };
}

/** The same number, taken for a mark of another kind. */
export function asMark(shape: MarkShape, type: MarkType): MarkShape {
  return { ...shape, type, printed: PRINTED[type](shape.value) };
}

function label(text: string): Shape | null {
  const found = labelAt(text) ?? bareLabelAt(text);
  return found === null ? null : { type: 'label', ...found };
}

function mark(type: MarkType, value: number, text: string, end: number, isWeak = false): MarkShape {
  return { type, value, end: skipBlanks(text, end), printed: PRINTED[type](value), isWeak };
}

function service(text: string): MarkShape | null {
  const number = digits(text, 0);
  if (number === null || number.end >= text.length) return null;
  if (isBlank(text.charCodeAt(number.end))) return mark('service', number.value, text, number.end, true);
  if (!'.．、'.includes(text.charAt(number.end))) return null;
  // 1.5倍 at the head of a paragraph is an amount.
  if (digitValue(text.charCodeAt(number.end + 1)) >= 0) return null;
  return mark('service', number.value, text, number.end + 1);
}

function bracketed(text: string): MarkShape | null {
  if (text.charAt(0) !== '（' && text.charAt(0) !== '(') return null;
  const from = skipBlanks(text, 1);
  const number = digits(text, from);
  const inner = number ?? hanziRun(text, from);
  if (inner === null) return null;
  const close = skipBlanks(text, inner.end);
  if (!'）)'.includes(text.charAt(close)) || close >= text.length) return null;
  return mark(number === null ? 'category' : 'item', inner.value, text, close + 1);
}

/** 一、 and 第一章. */
function chapter(text: string): MarkShape | null {
  if (text.startsWith('第')) {
    const number = hanziRun(text, 1) ?? digits(text, 1);
    if (number === null || text.charAt(number.end) !== '章') return null;
    return mark('chapter', number.value, text, number.end + 1);
  }
  const number = hanziRun(text, 0);
  if (number === null || !'、．.'.includes(text.charAt(number.end)) || number.end >= text.length) return null;
  return mark('chapter', number.value, text, number.end + 1);
}

function enclosed(text: string): MarkShape | null {
  const code = text.charCodeAt(0);
  for (const [first, count, type] of ENCLOSED) {
    if (code >= first && code < first + count) return mark(type, code - first + 1, text, 1);
  }
  return null;
}

function digits(text: string, from: number): { value: number; end: number } | null {
  let end = from;
  let value = 0;
  for (; end < text.length && end - from <= LONGEST_NUMBER; end++) {
    const digit = digitValue(text.charCodeAt(end));
    if (digit < 0) break;
    value = value * 10 + digit;
  }
  return end === from || end - from > LONGEST_NUMBER || value === 0 ? null : { value, end };
}

function hanziRun(text: string, from: number): { value: number; end: number } | null {
  let end = from;
  while (end < text.length && end - from < LONGEST_HANZI && '零一二三四五六七八九十百'.includes(text.charAt(end)))
    end++;
  const value = fromHanzi(text.slice(from, end));
  return value === null ? null : { value, end };
}
