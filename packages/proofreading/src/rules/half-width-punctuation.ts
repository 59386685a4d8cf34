import { isChinese, isDigit, isHan } from '../characters.ts';
import type { Passage, Rule, Seen } from '../model.ts';
import { EVERYWHERE } from '../reads.ts';

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

const MARK = /[,;:!?.]/g;

/** Half-width punctuation by 汉字. Between digits and in Latin text it is right: 12,000元, 8:30, (GB 1-2). */
export const halfWidthPunctuation: Rule = {
  code: 'proofreading.half-width-punctuation',
  severity: 'warning',
  reads: EVERYWHERE,
  see: (passage) => [...marks(passage), ...brackets(passage), ...quotes(passage)],
};

function marks({ text, provision }: Passage): Seen[] {
  const seen: Seen[] = [];
  for (const { index: at, 0: char } of text.matchAll(MARK)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    if (char === '.') {
      // 甲.乙 may want a 。 or a ·; at the end it can only be a full stop.
      if (isHan(before) && (after === '' || after === '\n')) seen.push({ start: at, end: at + 1, fix: '。' });
      else if (isHan(before) && isHan(after)) seen.push({ start: at, end: at + 1 });
      continue;
    }
    const full = FULL[char];
    if (full === undefined || (isDigit(before) && isDigit(after))) continue;
    // Between agencies a comma of any width is the wrong mark: agency-separator says so.
    if (provision === 'leadAgency' && ',;'.includes(char)) continue;
    if (isChinese(before) || isChinese(after)) seen.push({ start: at, end: at + 1, fix: full });
  }
  return seen;
}

/** A pair with a half-width bracket that stands in Chinese text or holds some. */
function brackets({ text, brackets: { pairs } }: Passage): Seen[] {
  return pairs.flatMap(({ open, close }) => {
    const pair = text.charAt(open) + text.charAt(close);
    if (!['()', '（)', '(）'].includes(pair)) return [];
    const around = [text.charAt(open - 1), text.charAt(open + 1), text.charAt(close - 1), text.charAt(close + 1)];
    if (!around.some(isChinese)) return [];
    return [{ start: open, end: close + 1, fix: `（${text.slice(open + 1, close)}）` }];
  });
}

/** Straight quotation marks by 汉字, two by two. Where one is left over nobody knows which opens. */
function quotes({ text }: Passage): Seen[] {
  const places: number[] = [];
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) places.push(at);
  const paired = places.length % 2 === 0;
  return places.flatMap((at, index): Seen[] => {
    if (![text.charAt(at - 1), text.charAt(at + 1)].some(isChinese)) return [];
    return [{ start: at, end: at + 1, ...(paired && { fix: index % 2 === 0 ? '“' : '”' }) }];
  });
}
