import {
  LABEL_COLON,
  PROVISION_KEYS,
  PROVISION_LABELS,
  categoryMark,
  chapterMark,
  fromHanzi,
  itemMark,
  serviceMark,
  type ProvisionKey,
} from '@dingben/outline';
import { digitValue, isBlank } from './characters.ts';

/** What a paragraph looks like by its first characters. Whether it is that, its place decides (`roles.ts`). */
export type Shape =
  | { readonly type: 'plain' }
  | { readonly type: 'label'; readonly key: ProvisionKey; readonly labelEnd: number; readonly end: number }
  | MarkShape;

/** A numbered line: its mark is what stands before the title, `printed` how the official document would write it. */
export interface MarkShape {
  readonly type: 'chapter' | 'category' | 'service' | 'item';
  readonly value: number;
  readonly end: number;
  readonly printed: string;
}

/** Labels seen in official texts where another is meant. What they stand for is certain. */
const LABEL_VARIANTS: readonly (readonly [string, ProvisionKey])[] = [
  ['牵头责任单位', 'leadAgency'],
  ['牵头单位', 'leadAgency'],
  ['牵头部门', 'leadAgency'],
  ['负责单位', 'leadAgency'],
  ['责任单位', 'leadAgency'],
  ['服务对像', 'targetGroup'],
  ['保障对象', 'targetGroup'],
  ['保障标准', 'standard'],
];
const LABELS: readonly (readonly [string, ProvisionKey])[] = [
  ...PROVISION_KEYS.map((key) => [PROVISION_LABELS[key], key] as const),
  ...LABEL_VARIANTS,
];
const COLONS = LABEL_COLON + ':﹕︰꞉';
const LONGEST_NUMBER = 4;
const LONGEST_HANZI = 5;

/** Reads the first characters of a paragraph; looks at no more than the mark, so it is linear in the mark's length. */
export function shapeOf(text: string): Shape {
  return label(text) ?? service(text) ?? bracketed(text) ?? chapter(text) ?? { type: 'plain' };
}

function label(text: string): Shape | null {
  for (const [name, key] of LABELS) {
    const labelEnd = matchSpaced(text, name);
    if (labelEnd < 0) continue;
    const colon = skipBlanks(text, labelEnd);
    if (colon < text.length && COLONS.includes(text.charAt(colon)))
      return { type: 'label', key, labelEnd, end: colon + 1 };
  }
  return null;
}

/** Where `name` ends in a text that begins with it, blanks between its characters allowed; -1 where it does not. */
function matchSpaced(text: string, name: string): number {
  let at = 0;
  for (const char of name) {
    if (at > 0) at = skipBlanks(text, at);
    if (text.charAt(at) !== char) return -1;
    at++;
  }
  return at;
}

function service(text: string): MarkShape | null {
  const number = digits(text, 0);
  if (number === null || !'.．、'.includes(text.charAt(number.end)) || number.end >= text.length) return null;
  // 1.5倍 at the head of a paragraph is an amount.
  if (digitValue(text.charCodeAt(number.end + 1)) >= 0) return null;
  return {
    type: 'service',
    value: number.value,
    end: skipBlanks(text, number.end + 1),
    printed: serviceMark(String(number.value)),
  };
}

function bracketed(text: string): MarkShape | null {
  if (text.charAt(0) !== '（' && text.charAt(0) !== '(') return null;
  const number = digits(text, 1);
  const hanzi = number === null ? hanziRun(text, 1) : null;
  const inner = number ?? hanzi;
  if (inner === null || !'）)'.includes(text.charAt(inner.end)) || inner.end >= text.length) return null;
  const end = skipBlanks(text, inner.end + 1);
  if (number !== null) return { type: 'item', value: number.value, end, printed: itemMark(String(number.value)) };
  return { type: 'category', value: inner.value, end, printed: categoryMark(text.slice(1, inner.end)) };
}

function chapter(text: string): MarkShape | null {
  const number = hanziRun(text, 0);
  if (number === null || !'、．.'.includes(text.charAt(number.end)) || number.end >= text.length) return null;
  return {
    type: 'chapter',
    value: number.value,
    end: skipBlanks(text, number.end + 1),
    printed: chapterMark(text.slice(0, number.end)),
  };
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

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}
