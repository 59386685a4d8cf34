import type { Segment } from '@dingben/text-diff';

/** What must stay in one piece, found without any scanner of ours: no text here is hostile. */
const ATOMS = [
  /《[^《》]*》/g,
  /〔\d{4}〕\d+ ?号/g,
  /\d+(?:\.\d+)?-\d+(?:\.\d+)?(?:周?岁|元|%|天|日|年)?/g,
  /\d+(?:\.\d+)?(?:万?元|%|周?岁|个月|个工作日|年|月|日|天|次|人|万人|小时|分钟|平方米|公里|米|倍|号)?/g,
  /第[\d一二三四五六七八九十百]+[条款项章节号批]/g,
];

export interface Looks {
  /** Characters inserted and deleted. */
  readonly edit: number;
  readonly fragments: number;
  readonly splitAtoms: number;
}

export function looksOf(segments: readonly Segment[]): Looks {
  const changed = segments.filter(({ op }) => op !== 'equal');
  return {
    edit: changed.reduce((sum, { text }) => sum + text.length, 0),
    fragments: changed.length,
    splitAtoms: splitOn(segments, 'insert') + splitOn(segments, 'delete'),
  };
}

export function marked(segments: readonly Segment[]): string {
  return segments
    .map(({ op, text }) => (op === 'equal' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

/** Atoms of one side that a border of the difference runs through. */
function splitOn(segments: readonly Segment[], leftOut: 'insert' | 'delete'): number {
  const own = segments.filter(({ op }) => op !== leftOut);
  const borders: number[] = [];
  let [text, last] = ['', own[0]?.op];
  for (const { op, text: piece } of own) {
    if (op !== last) borders.push(text.length);
    text += piece;
    last = op;
  }
  return atomsOf(text).filter(([start, end]) => borders.some((border) => border > start && border < end)).length;
}

/** Atoms within atoms are one: the number in a title. */
function atomsOf(text: string): [number, number][] {
  const found = ATOMS.flatMap((atom) =>
    [...text.matchAll(atom)].map((match): [number, number] => [match.index, match.index + match[0].length]),
  );
  return found.filter(
    ([start, end]) => !found.some(([from, to]) => from <= start && end <= to && to - from > end - start),
  );
}
