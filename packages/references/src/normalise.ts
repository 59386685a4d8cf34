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

/** By UTF-16 unit: 1 where the unit does not stay as it is, which in a Chinese name is rare. */
const CHANGES = new Uint8Array(0x1_0000);
for (let unit = 0; unit < CHANGES.length; unit++) {
  const char = String.fromCharCode(unit);
  const form = SAME.get(char) ?? letter(unit) ?? char;
  CHANGES[unit] = isBlank(unit) || form !== char ? 1 : 0;
}

/** The form by which mentions of one thing are found together: no blanks, one sort of bracket, dash, quote and comma, ASCII digits and capitals. */
export function normalise(text: string): string {
  let [key, kept] = ['', 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (CHANGES[code] === 0) continue;
    const char = text.charAt(at);
    key += text.slice(kept, at) + (isBlank(code) ? '' : (SAME.get(char) ?? letter(code) ?? char));
    kept = at + 1;
  }
  return kept === 0 ? text : key + text.slice(kept);
}

/** Full-width digits and letters, and small letters, as an ASCII digit or capital; undefined for any other character. */
function letter(code: number): string | undefined {
  const narrow = code >= 0xff10 && code <= 0xff5a ? code - 0xfee0 : code;
  const isSmall = narrow >= 0x61 && narrow <= 0x7a;
  const isPlain = (narrow >= 0x30 && narrow <= 0x39) || (narrow >= 0x41 && narrow <= 0x5a);
  if (isSmall) return String.fromCharCode(narrow - 0x20);
  return isPlain ? String.fromCharCode(narrow) : undefined;
}
