import { longestAt } from './words.ts';
import type { Note } from './model.ts';

/** Levels of government, and the purse that each means. */
const LEVELS: Readonly<Record<string, string>> = {
  中央: '中央财政',
  省级: '省级财政',
  省: '省级财政',
  市级: '市级财政',
  市: '市级财政',
  区级: '区级财政',
  区: '区级财政',
  县级: '县级财政',
  县: '县级财政',
};
const LEVEL_WORDS = Object.keys(LEVELS);
const JOINTS = ['、', '和', '及', '与'];
/** What is said of the payers, word for word: anything else may mean something else. */
const ACTS: Readonly<Record<string, string>> = {
  共同承担支出责任: 'shares',
  共同承担: 'shares',
  共同负担支出责任: 'shares',
  共同负担: 'shares',
  承担支出责任: 'bears',
  承担: 'bears',
  负担: 'bears',
  承担主要支出责任: 'bears most',
  承担部分支出责任: 'bears part',
  适当补助: 'subsidises',
  适当给予补助: 'subsidises',
  给予适当补助: 'subsidises',
  予以适当补助: 'subsidises',
  适当予以补助: 'subsidises',
};

/**
 * The sentences of a text about funding whose meaning is certain, each under the key that all wordings of it share: who bears,
 * shares or subsidises, in any order and with any joint. A sentence with anything else in it has none.
 */
export function fundingMeanings(text: string): Note[] {
  return sentences(text).flatMap(({ start, end }) => {
    const key = meaningOf(text.slice(start, end));
    return key === null ? [] : [{ key, form: text.slice(start, end), start, end }];
  });
}

/** `市财政` and `市级财政` in sentences whose meaning is not certain: one purse, two names. */
export function loosePurses(text: string): Note[] {
  return sentences(text).flatMap(({ start, end }) =>
    meaningOf(text.slice(start, end)) === null ? pursesIn(text, start, end) : [],
  );
}

function pursesIn(text: string, from: number, to: number): Note[] {
  const found: Note[] = [];
  for (let at = text.indexOf('财政', from); at >= 0 && at < to; at = text.indexOf('财政', at + 1)) {
    const level = ['市级', '区级', '县级', '省级', '市', '区', '县', '省'].find((word) => text.endsWith(word, at));
    if (level === undefined) continue;
    const start = at - level.length;
    // 市、区财政 names two levels at once, 各区财政 all of them, 北京市财政 a city by its name.
    const free = start === from || '，,；;。由为从以按'.includes(text.charAt(start - 1));
    const form = text.slice(start, at + 2);
    if (free) found.push({ key: `purse ${LEVELS[level] ?? level}`, form, start, end: at + 2 });
  }
  return found;
}

function meaningOf(sentence: string): string | null {
  const parts = sentence.split(/[，,]/u).map(clauseMeaning);
  return parts.some((part) => part === null) ? null : parts.sort().join(' ');
}

/** `中央财政、市级财政和区级财政共同承担支出责任`; null where any other word stands in it. */
function clauseMeaning(clause: string): string | null {
  const payers: string[] = [];
  let at = clause.startsWith('由') ? 1 : 0;
  for (;;) {
    const level = longestAt(clause, at, LEVEL_WORDS);
    if (level === undefined) return null;
    payers.push(LEVELS[level] ?? level);
    at += level.length;
    if (clause.startsWith('财政', at)) at += 2;
    const joint = longestAt(clause, at, JOINTS);
    if (joint === undefined) break;
    at += joint.length;
  }
  const act = Object.hasOwn(ACTS, clause.slice(at)) ? ACTS[clause.slice(at)] : undefined;
  return act === undefined ? null : `${payers.sort().join('+')}:${act}`;
}

/** Sentences without their full stops. */
function sentences(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !'。；;\n'.includes(text.charAt(at))) continue;
    if (at > start) found.push({ start, end: at });
    start = at + 1;
  }
  return found;
}
