import { fundingMeaning } from '@dingben/references';
import type { Note } from './model.ts';

/** Levels of government as a purse is named by them, the longer name first. */
const LEVELS: Readonly<Record<string, string>> = {
  省级: '省',
  市级: '市',
  区级: '区',
  县级: '县',
  省: '省',
  市: '市',
  区: '区',
  县: '县',
};
const PURSE = '财政';
/** Before a name that stands for itself: 市、区财政 names two levels at once, 各区财政 all of them, 北京市财政 a city. */
const BEFORE_A_NAME = '，,；;。由为从以按';

/** The sentences of a text about funding, each under the meaning that all its wordings share. */
export function fundingSentences(text: string): Note[] {
  return sentences(text).flatMap(({ start, end }) => {
    const form = text.slice(start, end);
    const key = fundingMeaning(form);
    return key === '' ? [] : [{ key, form, start, end }];
  });
}

/** `市财政` and `市级财政`: one purse, two names. */
export function purses(text: string): Note[] {
  const found: Note[] = [];
  for (let at = text.indexOf(PURSE); at >= 0; at = text.indexOf(PURSE, at + 1)) {
    const level = Object.keys(LEVELS).find((word) => text.endsWith(word, at));
    if (level === undefined) continue;
    const start = at - level.length;
    if (start > 0 && !BEFORE_A_NAME.includes(text.charAt(start - 1))) continue;
    const end = at + PURSE.length;
    found.push({ key: `purse ${LEVELS[level] ?? level}`, form: text.slice(start, end), start, end });
  }
  return found;
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
