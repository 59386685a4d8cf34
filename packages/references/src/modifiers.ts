import { longestAt, longestEnd } from './characters.ts';
import { PLACES } from './people.ts';
import { amountAt } from './quantity-numbers.ts';
import { COMPARATORS_AFTER, COMPARATORS_BEFORE } from './quantity-units.ts';

export type Residence = 'registered' | 'resident' | 'unregistered';

/** What is said of a group by set words; the ages in years, `ageUnder` not included. */
export interface Traits {
  readonly residence?: Residence;
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly ageUnder?: number;
}

interface Trait {
  readonly end: number;
  readonly traits: Traits;
}

const HAVING = ['具有', '拥有', '持有', '有', '属于'];
const REGIONS = ['非本市', '本市', '北京市', '我市', '本地', '非本地', '农村', '城镇', '外省', '京籍'];
const SORTS = ['农业', '非农业', '城镇', '城市', '居民', '农村'];
const AGE_WORDS = ['年满', '满', '未满', '不满', '年龄在', '年龄'];
const AFTER_AGE = Object.keys(COMPARATORS_AFTER);

/** The residence or age that stands at a place, as 具有本市农业户籍, 本市常住人口中, 年满60周岁及以上. */
export function traitAt(text: string, at: number): Trait | null {
  return residenceAt(text, at) ?? ageAt(text, at);
}

/** The length of a place's name at a place: 本市 in 本市少数民族居民. */
export function placeAt(text: string, at: number): number {
  return longestAt(text, at, PLACES)?.length ?? 0;
}

function residenceAt(text: string, start: number): Trait | null {
  let at = start + (longestAt(text, start, HAVING)?.length ?? 0);
  const region = longestAt(text, at, REGIONS);
  at += region?.length ?? 0;
  at += longestAt(text, at, SORTS)?.length ?? 0;
  const word = longestAt(text, at, ['户籍', '户口', '常住人口中', '常住人口', '常住']);
  if (word === undefined) return null;
  const registered = region?.startsWith('非') === true ? 'unregistered' : 'registered';
  return { end: at + word.length, traits: { residence: word.startsWith('常住') ? 'resident' : registered } };
}

function ageAt(text: string, start: number): Trait | null {
  const before = longestAt(text, start, AGE_WORDS);
  const amount = amountAt(text, start + (before?.length ?? 0));
  if (amount === null || !amount.unit.endsWith('岁') || typeof amount.value !== 'number') return null;
  const after = longestAt(text, amount.end, AFTER_AGE);
  const end = amount.end + (after?.length ?? 0);
  const { value, upper } = amount;
  if (upper !== undefined) return { end, traits: { ageFrom: value, ageTo: upper } };
  const comparator =
    (after === undefined ? undefined : COMPARATORS_AFTER[after]) ??
    (before === undefined ? undefined : COMPARATORS_BEFORE[before]);
  if (comparator === 'below') return { end, traits: { ageUnder: value } };
  return {
    end,
    traits:
      comparator === 'most' ? { ageTo: value } : { ageFrom: value, ...(comparator === undefined && { ageTo: value }) },
  };
}

/** A condition without the residences and ages at its edges, and what these say. @param text with narrow digits */
export function conditionOf(text: string, from: number, to: number): { start: number; end: number; traits: Traits } {
  let [start, end] = [from, to];
  let traits: Traits = {};
  for (let trait = traitAt(text, start); trait !== null && trait.end <= end; trait = traitAt(text, start)) {
    const next = trait.end === end ? 0 : (longestAt(text, trait.end, ['、', '，', ',', '的', '且'])?.length ?? 0);
    const goesOn =
      trait.end === end || next > 0 || trait.traits.residence === undefined || text.startsWith('中', trait.end - 1);
    if (!goesOn && traitAt(text, trait.end) === null) break;
    traits = { ...traits, ...trait.traits };
    start = Math.min(end, trait.end + next);
  }
  for (let last = lastPart(text, start, end); last !== null; last = lastPart(text, start, end)) {
    traits = { ...last.traits, ...traits };
    end = last.start;
  }
  return { start, end, traits };
}

/** A residence or age that is the last part of a condition, with the mark before it. */
function lastPart(text: string, start: number, end: number): { start: number; traits: Traits } | null {
  for (let at = end - 1; at > start && end - at < 16; at--) {
    if (!'、，,的'.includes(text.charAt(at))) continue;
    const trait = traitAt(text, at + 1);
    return trait === null || trait.end !== end ? null : { start: at, traits: trait.traits };
  }
  return null;
}

/** What a condition says of residence although it says more: 户籍在山区, 本市户籍居民组成. */
export function residenceIn(condition: string): Traits {
  const at = condition.indexOf('户籍');
  if (at < 0) return condition.includes('常住') ? { residence: 'resident' } : {};
  const isOther = longestEnd(condition.slice(0, at), ['非本市', '非本地', '非']) !== undefined;
  return { residence: isOther ? 'unregistered' : 'registered' };
}
