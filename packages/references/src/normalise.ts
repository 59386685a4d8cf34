import { isBlank } from './characters.ts';

/** What stands for another in one name; each string lists a character and those written in its place. */
const SAME = new Map(
  [
    '〔﹝[［【',
    '〕﹞]］】',
    '〈<﹤＜',
    '〉>﹥＞',
    '（(﹙',
    '）)﹚',
    '-－‐‑‒–—―−﹣',
    '•·・‧',
    '/／∕',
    '"“”„＂「」『』',
    '，,',
    '；;',
    '：:﹕',
    '%％',
  ].flatMap((group) => Array.from(group, (char): [string, string] => [char, group.charAt(0)])),
);

/** The form by which mentions of one thing are found together: no blanks, one sort of bracket, dash, quote and comma, ASCII digits and capitals. */
export function normalise(text: string): string {
  let key = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (isBlank(code)) continue;
    key += SAME.get(char) ?? letter(code) ?? char;
  }
  return key;
}

/** Full-width digits and letters, and small letters, as an ASCII digit or capital; undefined for any other character. */
function letter(code: number): string | undefined {
  const narrow = code >= 0xff10 && code <= 0xff5a ? code - 0xfee0 : code;
  const isSmall = narrow >= 0x61 && narrow <= 0x7a;
  const isPlain = (narrow >= 0x30 && narrow <= 0x39) || (narrow >= 0x41 && narrow <= 0x5a);
  if (isSmall) return String.fromCharCode(narrow - 0x20);
  return isPlain ? String.fromCharCode(narrow) : undefined;
}
