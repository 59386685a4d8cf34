import { normalise, type Mention } from '@dingben/references';
import type { Segment } from '@dingben/text-diff';
import { clauseAround } from './clause.ts';
import { excludes, exclusions } from './exclusions.ts';
import { explains, type Stretch } from './evidence.ts';
import type { QuantityPair } from './quantities.ts';
import type { Side } from './side.ts';

/** What widens or narrows whom the service is for, and where each text shows it; a side that has nothing there is null. */
export interface ScopeChange {
  readonly sign: 'widened' | 'narrowed';
  readonly before: Stretch | null;
  readonly after: Stretch | null;
}

/** 未成年人 does not become 成年人 by leaving a word out. */
const TURNING = '未非无不准前副';
/** A text that names more is no list of groups that a rule could judge, and costs their square. */
const MOST_GROUPS = 200;

/**
 * What the difference of 服务对象 proves about whom it takes in: a limit that gave way or closed in, a residence, age or condition
 * that was dropped or added, a group that joined or left, an exclusion that came or went. Nothing where groups were reworded: which of
 * them takes in more is a person's to say.
 */
export function scopeChanges(
  before: Side,
  after: Side,
  segments: readonly Segment[],
  pairs: readonly QuantityPair[],
): ScopeChange[] {
  const limits = pairs.flatMap((pair) => limitChange(pair, before.texts.targetGroup, after.texts.targetGroup));
  // Where amounts are all that differs, the groups are the same ones.
  if (explains(pairs, segments)) return limits;
  const matched = matchGroups(groupsIn(before), groupsIn(after));
  if (matched === null) return [];
  const compared = matched.pairs.map(([old, now]) => ({ old, now, signs: groupSigns(old, now) }));
  const isClear = compared.every(({ signs }) => signs !== 'unclear');
  return [...exclusions(segments), ...limits, ...(isClear ? groupChanges(compared, matched) : [])];
}

interface Compared {
  readonly old: Mention;
  readonly now: Mention;
  readonly signs: ReadonlySet<Sign> | 'unclear';
}

function groupChanges(compared: readonly Compared[], matched: Matched): ScopeChange[] {
  const signed = compared.flatMap(({ old, now, signs }) =>
    (signs === 'unclear' ? [] : [...signs]).map((sign): ScopeChange => ({
      sign,
      before: stretchOf(old),
      after: stretchOf(now),
    })),
  );
  return [
    ...signed,
    ...matched.added.map((after): ScopeChange => ({ sign: 'widened', before: null, after: stretchOf(after) })),
    ...matched.removed.map((before): ScopeChange => ({ sign: 'narrowed', before: stretchOf(before), after: null })),
  ];
}

interface Matched {
  readonly pairs: readonly (readonly [Mention, Mention])[];
  readonly added: readonly Mention[];
  readonly removed: readonly Mention[];
}

/** Groups of one name belong together; null where some came and others went, for they may be the same ones reworded. */
function matchGroups(olds: readonly Mention[], news: readonly Mention[]): Matched | null {
  if (Math.max(olds.length, news.length) > MOST_GROUPS) return null;
  const [left, right] = [[...olds], [...news]];
  const pairs: [Mention, Mention][] = [];
  const take = (fits: (old: Mention, now: Mention) => boolean): void => {
    for (const old of [...left]) {
      const at = right.findIndex((now) => fits(old, now));
      const now = right[at];
      if (now === undefined) continue;
      pairs.push([old, now]);
      left.splice(left.indexOf(old), 1);
      right.splice(at, 1);
    }
  };
  take((old, now) => old.key === now.key && sayingOf(old) === sayingOf(now));
  take((old, now) => old.key === now.key);
  take((old, now) => qualifierOf(old, now) !== null);
  return left.length > 0 && right.length > 0 ? null : { pairs, added: right, removed: left };
}

function sayingOf({ data: { residence, ageFrom, ageTo, ageUnder, condition } }: Mention): string {
  return [residence, ageFrom, ageTo, ageUnder, condition].join('|');
}

/** Groups that stand by themselves: what brackets or an exclusion name says more of a group and is none of its own. */
function groupsIn(side: Side): Mention[] {
  const text = side.texts.targetGroup;
  let [at, depth] = [0, 0];
  return side.mentions('targetGroup', 'targetGroup').filter(({ start, end }) => {
    for (; at < start; at++) {
      if ('（('.includes(text.charAt(at))) depth++;
      else if ('）)'.includes(text.charAt(at)) && depth > 0) depth--;
    }
    return depth === 0 && !excludes(clauseAround(text, start, end));
  });
}

/** Which of two names is the other with a word before it that narrows it: 困难残疾人 and 残疾人. */
function qualifierOf(old: Mention, now: Mention): Sign | null {
  if (isQualified(old.key, now.key)) return 'widened';
  return isQualified(now.key, old.key) ? 'narrowed' : null;
}

function isQualified(longer: string, shorter: string): boolean {
  const rest = longer.length - shorter.length;
  return rest > 0 && shorter.length > 1 && longer.endsWith(shorter) && !TURNING.includes(longer.charAt(rest - 1));
}

type Sign = ScopeChange['sign'];

/** One group before and after: in what it differs, or `unclear` where one difference of it proves nothing. */
function groupSigns(old: Mention, now: Mention): ReadonlySet<Sign> | 'unclear' {
  const signs = [
    old.key === now.key ? null : qualifierOf(old, now),
    presence(old.data['residence'], now.data['residence']),
    presence(agesOf(old), agesOf(now)),
    conditions(withoutAmounts(old.data['condition']), withoutAmounts(now.data['condition'])),
  ];
  if (signs.includes('unclear')) return 'unclear';
  return new Set(signs.filter((sign) => sign === 'widened' || sign === 'narrowed'));
}

/** Whether ages are said, not which: an age that moved is an amount of its own. */
function agesOf({ data: { ageFrom, ageTo, ageUnder } }: Mention): string | undefined {
  return ageFrom === undefined && ageTo === undefined && ageUnder === undefined ? undefined : 'aged';
}

function withoutAmounts(condition: unknown): string {
  return typeof condition === 'string' ? condition.replace(/[0-9０-９]/g, '') : '';
}

/** A limit that one side has and the other has not. 户籍 for 常住 takes in some and leaves out others. */
function presence(old: unknown, now: unknown): Sign | 'unclear' | null {
  if (old === now) return null;
  if (now === undefined) return 'widened';
  return old === undefined ? 'narrowed' : 'unclear';
}

/** Conditions that all have to hold: one fewer takes in more. What an 、 or 或 joins may be either, so it proves nothing. */
function conditions(old: string, now: string): Sign | 'unclear' | null {
  const [olds, news] = [partsOf(old), partsOf(now)];
  const [fewer, more] = [olds.filter((one) => !news.includes(one)), news.filter((one) => !olds.includes(one))];
  if (fewer.length > 0 && more.length > 0) return 'unclear';
  if (fewer.length > 0) return 'widened';
  return more.length > 0 ? 'narrowed' : null;
}

function partsOf(condition: string): string[] {
  return condition
    .split(/[，,且]|同时/)
    .map(normalise)
    .filter((part) => part !== '');
}

/** An age or another limit that moved, where both sides bind in the same way. */
function limitChange({ before, after }: QuantityPair, oldText: string, newText: string): ScopeChange[] {
  const clauses = [clauseAround(oldText, before.start, before.end), clauseAround(newText, after.start, after.end)];
  const [old, now] = [boundsOf(before.data), boundsOf(after.data)];
  if (old === null || now === null || clauses.some(excludes)) return [];
  const wider = now.low <= old.low && now.high >= old.high;
  const narrower = now.low >= old.low && now.high <= old.high;
  if (wider === narrower) return [];
  return [{ sign: wider ? 'widened' : 'narrowed', before: stretchOf(before), after: stretchOf(after) }];
}

/** From where to where a limit reaches; null where it is none. Two of another kind never hold each other. */
function boundsOf({ value, upper, comparator }: Mention['data']): { low: number; high: number } | null {
  if (typeof value !== 'number') return null;
  if (typeof upper === 'number') return { low: value, high: upper };
  if (comparator === 'least' || comparator === 'above') return { low: value, high: Infinity };
  if (comparator === 'most' || comparator === 'below') return { low: -Infinity, high: value };
  return null;
}

function stretchOf({ start, end }: Stretch): Stretch {
  return { start, end };
}
