import { isBlank } from './characters.ts';

const SAME: Readonly<Record<string, string>> = {
  '﹝': '〔',
  '﹞': '〕',
  '[': '〔',
  ']': '〕',
  '［': '〔',
  '］': '〕',
  '【': '〔',
  '】': '〕',
  '<': '〈',
  '>': '〉',
  '(': '（',
  ')': '）',
  '—': '-',
  '–': '-',
  '－': '-',
  '·': '•',
};

/** The form by which mentions of one thing are found together: no blanks, one sort of bracket and dash, ASCII digits and letters. */
export function normalise(text: string): string {
  let key = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (isBlank(code)) continue;
    const isFullWidth =
      (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
    key += isFullWidth ? String.fromCharCode(code - 0xfee0) : (SAME[char] ?? char);
  }
  return key;
}
