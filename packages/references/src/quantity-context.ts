import { digitsEnd, longestAt, longestEnd } from './characters.ts';
import { numeralEnd } from './numerals.ts';
import { COMPARATORS_AFTER, COMPARATORS_BEFORE, NOT_COMPARATORS, PERIODS, type Comparator } from './quantity-units.ts';
import type { Amount } from './quantity-numbers.ts';

export interface Context {
  readonly comparator?: Comparator;
  readonly perWhom?: string;
  readonly perPeriod?: string;
}

const WORDS_BEFORE = Object.keys(COMPARATORS_BEFORE);
const WORDS_AFTER = Object.keys(COMPARATORS_AFTER);
/** These reach over a verb: 至少随访4次. */
const FAR_REACHING = [
  '至少',
  '最少',
  '不少于',
  '不低于',
  '不得少于',
  '不得低于',
  '不超过',
  '不得超过',
  '至多',
  '最多',
  '不多于',
];
const FILLERS = ['按', '为', '分别为', '约', '达', '标准'];
const INCLUSIVE = ['（含）', '(含)'];
const BOUNDARIES = '，。；、;：:\n';
/** A clause is looked at no further back: context that stands further away is another's. */
const LONGEST_CLAUSE = 60;
/** Between a comparator and its number stand a verb and what is counted for whom: 至少随访4次, 不超过每生每年2800元. */
const LONGEST_VERB = 10;
/** What ends the name of the one for whom is counted. */
const AFTER_WHOM = '每至不少超设给提按为补配建有发达到应可须的（(，、。；';

/**
 * For whom, how often and on which side a number binds, by its own clause.
 * @param free where the amount before this one ends: what stands before it is not this one's
 */
export function contextOf(text: string, { start, end }: Amount, free: number): Context {
  const window = clauseBefore(text, start, free);
  const after = comparatorAfter(text, end);
  if (window === '') return after === undefined ? {} : { comparator: after };
  const comparator = after ?? comparatorBefore(window);
  const perWhom = whom(window);
  const perPeriod = period(window);
  return {
    ...(comparator !== undefined && { comparator }),
    ...(perWhom !== undefined && { perWhom }),
    ...(perPeriod !== undefined && { perPeriod }),
  };
}

/** The clause up to a place, on its level of brackets and without those that closed. */
function clauseBefore(text: string, start: number, free: number): string {
  const pieces: string[] = [];
  let [to, depth] = [start, 0];
  // An amount in brackets that closed is not between this one and its context.
  let before = free;
  let at = start - 1;
  for (; at >= Math.max(0, start - LONGEST_CLAUSE); at--) {
    const char = text.charAt(at);
    if ('）)'.includes(char)) {
      if (depth++ === 0) pieces.push(text.slice(at + 1, to));
    } else if ('（('.includes(char)) {
      if (depth === 0) break;
      if (--depth === 0) to = at;
    } else if (depth === 0) {
      if (at < before || BOUNDARIES.includes(char)) break;
    } else if (at < before) before = 0;
  }
  if (depth === 0) pieces.push(text.slice(at + 1, to));
  return pieces.reverse().join('');
}

function comparatorAfter(text: string, end: number): Comparator | undefined {
  const from = end + (longestAt(text, end, INCLUSIVE)?.length ?? 0);
  const word = longestAt(text, from, NOT_COMPARATORS) === undefined ? longestAt(text, from, WORDS_AFTER) : undefined;
  return word === undefined ? undefined : COMPARATORS_AFTER[word];
}

/** 至少 and 不超过 reach over a verb to the number; 满, 达到 and 最低 are nouns' and verbs' own words unless they touch it. */
function comparatorBefore(window: string): Comparator | undefined {
  const before = withoutBase(window);
  const near = longestEnd(before, WORDS_BEFORE);
  if (near !== undefined) return COMPARATORS_BEFORE[near];
  for (let end = before.length - 1; end > 0 && before.length - end <= LONGEST_VERB; end--) {
    const far = longestEnd(before, FAR_REACHING, end);
    if (far !== undefined) return COMPARATORS_BEFORE[far];
  }
  return undefined;
}

/** The clause without 每生每年, 按 and 为 right before the number. */
function withoutBase(window: string): string {
  let end = window.length;
  for (;;) {
    const filler = longestEnd(window, FILLERS, end);
    const at = window.lastIndexOf('每', end - 1);
    const baseEnd = at < 0 ? -1 : Math.max(periodEnd(window, at + 1), whomEnd(window, at));
    if (filler !== undefined) end -= filler.length;
    else if (at >= 0 && end > 0 && baseEnd === end) end = at;
    else return window.slice(0, end);
  }
}

/** 每人, 每生, 每名中小学生, 每个街道; 一人一档. */
function whom(window: string): string | undefined {
  for (let at = window.lastIndexOf('每'); at >= 0; at = at === 0 ? -1 : window.lastIndexOf('每', at - 1)) {
    if (periodEnd(window, at + 1) > at + 1) continue;
    return window.slice(at, whomEnd(window, at));
  }
  return ['一人', '一户'].some((word) => window.endsWith(word)) ? `每${window.slice(-1)}` : undefined;
}

function whomEnd(window: string, at: number): number {
  const counted = '个名位所家户'.includes(window.charAt(at + 1) || ' ');
  let end = Math.min(window.length, at + 2);
  while (counted && end < window.length && !AFTER_WHOM.includes(window.charAt(end))) end++;
  return end;
}

/** 每月, 每年, 每2年, 每学期; 一年两次, 一季度更新一次. */
function period(window: string): string | undefined {
  for (let at = window.lastIndexOf('每'); at >= 0; at = at === 0 ? -1 : window.lastIndexOf('每', at - 1)) {
    const end = periodEnd(window, at + 1);
    if (end > at + 1) return window.slice(at, end);
  }
  for (const unit of ['年', '季度', '月', '周', '天']) {
    const at = window.lastIndexOf(`一${unit}`);
    if (at >= 0 && window.length - at <= unit.length + 5) return `每${unit}`;
  }
  return undefined;
}

function periodEnd(window: string, from: number): number {
  const digits = digitsEnd(window, from);
  const at = digits > from ? digits : numeralEnd(window, from);
  const unit = longestAt(window, at, PERIODS);
  return unit === undefined ? from : at + unit.length;
}
