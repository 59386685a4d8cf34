import { longestAt } from './characters.ts';
import type { Mention } from './reference.ts';

/** Levels of government as they are written, and the purse that each means. */
const LEVELS: Readonly<Record<string, string>> = {
  中央: '中央财政',
  国家: '中央财政',
  省级: '省级财政',
  省: '省级财政',
  市级: '市级财政',
  市: '市级财政',
  区级: '区级财政',
  区: '区级财政',
  县级: '县级财政',
  县: '县级财政',
  地方: '地方财政',
};
const LEVEL_WORDS = Object.keys(LEVELS);
/** What makes a level's name a payer: 市级财政, 区政府, 中央补助资金. */
const HEADS = ['财政资金', '财政', '人民政府', '政府', '财力', '补助资金', '资金'];
/** What makes two or more levels payers without such a word: 市、区共同承担支出责任. */
const ACTS = ['共同', '按比例', '分担', '承担', '负责', '统筹'];
const JOINTS = ['、', '和', '及', '与'];

/**
 * The levels of government that begin at a place, 市、区人民政府 as two: each with the purse it means. Empty where the
 * words there mean no payer, as 市 in 本市.
 */
export function levelsAt(text: string, start: number): Mention[] {
  const levels: { word: string; start: number; end: number }[] = [];
  let at = start;
  for (;;) {
    const word = longestAt(text, at, LEVEL_WORDS);
    if (word === undefined) break;
    levels.push({ word, start: at, end: at + word.length });
    const joint = longestAt(text, at + word.length, JOINTS);
    if (joint === undefined) break;
    at += word.length + joint.length;
  }
  const last = levels.at(-1);
  if (last === undefined) return [];
  const head = longestAt(text, last.end, HEADS);
  const acts = longestAt(text, last.end, ACTS) !== undefined && (levels.length > 1 || last.word.endsWith('级'));
  if (head === undefined && !acts) return [];
  return levels.map(({ word, start: from, end }) => {
    const to = end === last.end ? end + (head?.length ?? 0) : end;
    const key = LEVELS[word] ?? word;
    return { start: from, end: to, key, data: { source: text.slice(from, to), sourceKind: 'level' } };
  });
}
