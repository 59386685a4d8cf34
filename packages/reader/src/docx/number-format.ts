import { MAX_HANZI, toHanzi } from '@dingben/outline';

const LETTERS = 26;
const LEGAL: Readonly<Record<string, string>> = {
  零: '零',
  一: '壹',
  二: '贰',
  三: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
};
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A run of code points for 1 to `count`; beyond it a plain number. */
const from =
  (first: number, count: number) =>
  (value: number): string =>
    value <= count ? String.fromCodePoint(first + value - 1) : String(value);

/** One of a row of signs, over and over. */
const cycle =
  (signs: string) =>
  (value: number): string =>
    signs.charAt((value - 1) % signs.length);

/** `w:numFmt` (ISO/IEC 29500-1, 17.18.59): those that Word and WPS offer for Chinese and Western text. Values are 1 and more. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  none: () => '',
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: from(0x2460, 20),
  decimalEnclosedCircleChinese: from(0x2460, 10),
  decimalEnclosedParen: from(0x2474, 20),
  decimalEnclosedFullstop: from(0x2488, 20),
  ideographEnclosedCircle: from(0x3280, 10),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: (value) => letters(value, 'A'),
  lowerLetter: (value) => letters(value, 'a'),
  chineseCounting: (value) => (value < 100 ? toHanzi(value) : digitByDigit(value, '○')),
  taiwaneseCounting: (value) => (value < 100 ? toHanzi(value) : digitByDigit(value, '○')),
  chineseCountingThousand: toHanzi,
  taiwaneseCountingThousand: toHanzi,
  japaneseCounting: (value) =>
    toHanzi(value)
      .replaceAll('零', '')
      .replace(/^一(?=[百千])/, ''),
  ideographDigital: (value) => digitByDigit(value, '〇'),
  japaneseDigitalTenThousand: (value) => digitByDigit(value, '〇'),
  taiwaneseDigital: (value) => digitByDigit(value, '○'),
  chineseLegalSimplified: (value) => Array.from(toHanzi(value), (char) => LEGAL[char] ?? char).join(''),
  ideographTraditional: cycle('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: cycle('子丑寅卯辰巳午未申酉戌亥'),
};

/**
 * A list number as Word shows it; null where the format is not known here, and the caller falls back to digits as Word does.
 *
 * @example formatNumber(12, 'chineseCounting') // '十二'
 */
export function formatNumber(value: number, format: string): string | null {
  const write = FORMATS[format];
  if (write === undefined) return null;
  return value >= 1 && value <= MAX_HANZI ? write(value) : String(value);
}

function fullWidth(value: number): string {
  return String.fromCharCode(...Array.from(String(value), (digit) => digit.charCodeAt(0) + 0xfee0));
}

function digitByDigit(value: number, zero: string): string {
  return Array.from(String(value), (digit) => (digit === '0' ? zero : toHanzi(Number(digit)))).join('');
}

function roman(value: number): string {
  let text = '';
  let left = value;
  for (const [worth, sign] of ROMAN) {
    for (; left >= worth; left -= worth) text += sign;
  }
  return text;
}

/** a … z, then aa, bb, as Word goes on. */
function letters(value: number, first: string): string {
  const letter = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % LETTERS));
  return letter.repeat(Math.ceil(value / LETTERS));
}
