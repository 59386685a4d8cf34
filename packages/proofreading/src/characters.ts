/** 汉字 of the blocks that modern texts are written in, 〇 and the planes beyond the first included (by their first half). */
export function isHan(char: string): boolean {
  const code = char.charCodeAt(0);
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd8bf) ||
    code === 0x3007
  );
}

const CHINESE_MARKS = '、。，；：！？〈〉《》「」『』【】〔〕（）“”‘’…';

/** The punctuation of a Chinese text. */
export function isChineseMark(char: string): boolean {
  return char !== '' && CHINESE_MARKS.includes(char);
}

export function isChinese(char: string): boolean {
  return char !== '' && (isHan(char) || isChineseMark(char));
}

export function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

export function isLatin(char: string): boolean {
  return (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z');
}

const BLANK = /[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
/** Runs of white space within a paragraph; what ends one is none. */
export const BLANKS = new RegExp(`${BLANK.source}+`, 'g');

export function isBlank(char: string): boolean {
  return BLANK.test(char);
}

/** The digit that a half- or full-width one stands for, or ''. */
export function plainDigit(char: string): string {
  if (isDigit(char)) return char;
  return char >= '０' && char <= '９' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : '';
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charAt(at))) at++;
  return at;
}

/** A run of digits at a place: what they say in ASCII, and where they end; null where none stands there. */
export function digitsAt(text: string, from: number, longest: number): { digits: string; end: number } | null {
  let digits = '';
  let end = from;
  for (; digits.length <= longest; end++) {
    const digit = plainDigit(text.charAt(end));
    if (digit === '') break;
    digits += digit;
  }
  return digits === '' || digits.length > longest ? null : { digits, end };
}
