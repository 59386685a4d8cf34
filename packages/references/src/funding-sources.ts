import { longestAt, longestEnd } from './characters.ts';
import {
  ACTS,
  BEFORE_A_FUND,
  BEFORE_GENERAL,
  CONTRIBUTORS,
  CONTRIBUTOR_VERBS,
  FUND_ENDINGS,
  GENERAL,
  HEADS,
  JOINTS,
  LEVELS,
  OFFICES,
} from './funding-words.ts';
import { normalise } from './normalise.ts';

/** One who pays, where a clause names it. */
export interface Source {
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly kind: 'level' | 'fund' | 'contributor';
  /** The note in brackets behind a fund's name: 含生育保险. */
  readonly scope?: string;
}

const LEVEL_WORDS = Object.keys(LEVELS);
const CONTRIBUTOR_WORDS = Object.keys(CONTRIBUTORS);
const GENERAL_WORDS = Object.keys(GENERAL);
const LONGEST_NAME = 40;

/** Every source of a clause, in order. */
export function sourcesIn(clause: string): Source[] {
  const found: Source[] = [];
  for (let at = 0; at < clause.length;) {
    const here = sourcesAt(clause, at, found.at(-1)?.end ?? 0);
    found.push(...here.filter((source) => !isRecipient(clause, source)));
    at = Math.max(at + 1, here.at(-1)?.end ?? 0);
  }
  return found;
}

function sourcesAt(clause: string, at: number, free: number): Source[] {
  const levels = levelsAt(clause, at);
  // 地方政府专项债券资金 is a fund that begins with a level's name.
  if (levels.length > 0 && !levels.some(({ end }) => longestAt(clause, end, FUND_ENDINGS) !== undefined)) return levels;
  const contributor = longestAt(clause, at, CONTRIBUTOR_WORDS);
  if (contributor !== undefined) {
    const verb = longestEnd(contributor, CONTRIBUTOR_VERBS);
    const end = at + contributor.length - (verb?.length ?? 0);
    return [{ start: at, end, key: CONTRIBUTORS[contributor] ?? contributor, kind: 'contributor' }];
  }
  const ending = longestAt(clause, at, FUND_ENDINGS);
  return ending === undefined ? generalAt(clause, at) : [fundAt(clause, at, at + ending.length, free)];
}

/**
 * The levels of government that begin at a place, 市、区人民政府 as two: each with the purse it means. Empty where the
 * words there mean no payer, as 市 in 本市.
 */
function levelsAt(text: string, start: number): Source[] {
  const levels: { word: string; start: number; end: number }[] = [];
  // A person's text may join levels without end; what is no payer after so many is none.
  for (let at = start; levels.length < 8;) {
    const word = longestAt(text, at, LEVEL_WORDS);
    if (word === undefined) break;
    levels.push({ word, start: at, end: at + word.length });
    const joint = longestAt(text, at + word.length, JOINTS);
    if (joint === undefined) break;
    at += word.length + joint.length;
  }
  const last = levels.at(-1);
  if (last === undefined || '本全我'.includes(text.charAt(start - 1) || ' ')) return [];
  const head = longestAt(text, last.end, HEADS);
  const acts = longestAt(text, last.end, ACTS) !== undefined && (levels.length > 1 || last.word.endsWith('级'));
  const isOffice = longestAt(text, last.end + (head?.length ?? 0), OFFICES) !== undefined;
  if ((head === undefined && !acts) || isOffice) return [];
  return levels.map(({ word, start: from, end }) => {
    const to = end === last.end ? end + (head?.length ?? 0) : end;
    return { start: from, end: to, key: LEVELS[word] ?? word, kind: 'level' };
  });
}

function generalAt(text: string, at: number): Source[] {
  const word = longestAt(text, at, GENERAL_WORDS);
  if (word === undefined || (at > 0 && !BEFORE_GENERAL.includes(text.charAt(at - 1)))) return [];
  const end = at + word.length;
  const isOther = longestAt(text, end, [...OFFICES, ...FUND_ENDINGS]) !== undefined;
  return isOther ? [] : [{ start: at, end, key: GENERAL[word] ?? word, kind: 'level' }];
}

/** A fund's name is read backwards from its ending, no further than the source before it. */
function fundAt(clause: string, ending: number, end: number, free: number): Source {
  const last = Math.max(free, ending - LONGEST_NAME);
  let start = ending;
  while (start > last && !BEFORE_A_FUND.includes(clause.charAt(start - 1))) start--;
  const close = '（('.includes(clause.charAt(end) || ' ') ? noteEnd(clause, end) : -1;
  const scope = close < 0 ? {} : { scope: clause.slice(end + 1, close) };
  return { start, end, key: normalise(clause.slice(start, end)), kind: 'fund', ...scope };
}

function noteEnd(clause: string, open: number): number {
  for (let at = open + 1; at < Math.min(clause.length, open + LONGEST_NAME); at++) {
    if ('）)'.includes(clause.charAt(at))) return at;
  }
  return -1;
}

/** In 安排资金对疾病应急救助基金予以补助 the fund receives, in 对参保人缴费给予补贴 the insured; 市级负责统筹中央资金 only hands on. */
function isRecipient(clause: string, { start, end, kind }: Source): boolean {
  const isGiven = kind === 'contributor' || longestAt(clause, end, ['予以', '给予', '进行']) !== undefined;
  const receives = clause.charAt(start - 1) === '对' && isGiven;
  return receives || clause.startsWith('负责统筹', end);
}
