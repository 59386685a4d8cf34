import { longestAt, longestEnd } from './characters.ts';
import { conditionOf, placeAt, residenceIn, traitAt, type Traits } from './modifiers.ts';
import { normalise } from './normalise.ts';
import { PEOPLE } from './people.ts';
import { amountAt } from './quantity-numbers.ts';
import type { Mention } from './reference.ts';

/** A group where it stands: its modifiers from `start` to the last 的 (`of`, -1 for none), its noun, a note up to `end`. */
export interface Group {
  readonly start: number;
  readonly of: number;
  readonly headEnd: number;
  readonly end: number;
  readonly traits?: Traits;
}

/**
 * The mention of a group; `traits` are of a list of conditions that names nobody.
 * @param narrow the text with narrow digits, by which ages are read
 */
export function groupMention(text: string, narrow: string, group: Group): Mention {
  const { start, of, headEnd, end } = group;
  if (group.traits !== undefined) {
    const condition = text.slice(start, end);
    return { start, end, key: normalise(condition), data: { ...group.traits, condition } };
  }
  const noun = nounOf(narrow, of < start ? start : of + 1, headEnd);
  const condition = conditionOf(narrow, start, Math.max(start, of));
  const written = text.slice(condition.start, condition.end);
  const name = text.slice(noun.start, headEnd);
  const traits = { ...residenceIn(written), ...condition.traits, ...noun.traits };
  const note = end > headEnd + 2 ? { note: text.slice(headEnd + 1, end - 1) } : {};
  return {
    start,
    end: headEnd,
    key: normalise(name),
    data: { name, ...traits, ...(written !== '' && { condition: written }), ...note },
  };
}

/** The noun behind the last 的 without residence, age and place: 35-64岁本市户籍妇女. */
function nounOf(text: string, from: number, to: number): { start: number; traits: Traits } {
  let start = from;
  let traits: Traits = {};
  for (;;) {
    const trait = traitAt(text, start);
    const place = placeAt(text, start);
    if (trait !== null && trait.end < to) {
      traits = { ...traits, ...trait.traits };
      start = trait.end;
    } else if (place > 0 && start + place < to) start += place;
    else return { start, traits };
  }
}

/**
 * A sentence that is a list of conditions and names nobody, as 北京市户籍、年满60周岁、现无存活子女; null where one of its parts is
 * residence alone but another names who it is.
 */
export function conditionsOnly(
  text: string,
  holes: ReadonlyMap<number, number>,
  from: number,
  to: number,
): Group | null {
  let [start, hasResidence] = [from, false];
  let age: Traits = {};
  let of = -1;
  for (let at = from; at <= to; at = holes.get(at) ?? at + 1) {
    if (text.charAt(at) === '的') of = at;
    if (at < to && !'、，,'.includes(text.charAt(at))) {
      if (age.ageFrom === undefined) age = ageFrom(text, at) ?? age;
      continue;
    }
    const part = text.slice(start, at);
    const noteless = '）)'.includes(part.slice(-1))
      ? part.slice(0, Math.max(part.lastIndexOf('（'), part.lastIndexOf('(')))
      : part;
    if (of >= start && longestEnd(noteless, PEOPLE) !== undefined) return null;
    if (part.length < 12 && longestEnd(part, ['户籍', '户口']) !== undefined) hasResidence = true;
    start = at + 1;
  }
  if (!hasResidence) return null;
  return { start: from, of: -1, headEnd: to, end: to, traits: { ...residenceIn(text.slice(from, to)), ...age } };
}

/** 年满60周岁. */
function ageFrom(text: string, at: number): Traits | null {
  const word = longestAt(text, at, ['年满', '满']);
  const amount = word === undefined ? null : amountAt(text, at + word.length);
  return typeof amount?.value === 'number' && amount.unit.endsWith('岁') ? { ageFrom: amount.value } : null;
}
