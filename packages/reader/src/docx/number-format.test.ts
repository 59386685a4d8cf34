import { formatNumber } from './number-format.ts';

const VALUES = [1, 2, 10, 11, 20, 21, 27, 100, 101, 110];

// As Word shows them; past the signs that there are, digits.
test.each([
  ['decimal', '1 2 10 11 20 21 27 100 101 110'],
  ['decimalZero', '01 02 10 11 20 21 27 100 101 110'],
  ['decimalFullWidth', '１ ２ １０ １１ ２０ ２１ ２７ １００ １０１ １１０'],
  ['decimalEnclosedCircle', '① ② ⑩ ⑪ ⑳ 21 27 100 101 110'],
  ['decimalEnclosedCircleChinese', '① ② ⑩ 11 20 21 27 100 101 110'],
  ['decimalEnclosedParen', '⑴ ⑵ ⑽ ⑾ ⒇ 21 27 100 101 110'],
  ['decimalEnclosedFullstop', '⒈ ⒉ ⒑ ⒒ ⒛ 21 27 100 101 110'],
  ['ideographEnclosedCircle', '㊀ ㊁ ㊉ 11 20 21 27 100 101 110'],
  ['chineseCounting', '一 二 十 十一 二十 二十一 二十七 一○○ 一○一 一一○'],
  ['chineseCountingThousand', '一 二 十 十一 二十 二十一 二十七 一百 一百零一 一百一十'],
  ['japaneseCounting', '一 二 十 十一 二十 二十一 二十七 百 百一 百十'],
  ['ideographDigital', '一 二 一〇 一一 二〇 二一 二七 一〇〇 一〇一 一一〇'],
  ['chineseLegalSimplified', '壹 贰 拾 拾壹 贰拾 贰拾壹 贰拾柒 壹佰 壹佰零壹 壹佰壹拾'],
  ['ideographTraditional', '甲 乙 癸 甲 癸 甲 庚 癸 甲 癸'],
  ['ideographZodiac', '子 丑 酉 戌 未 申 寅 卯 辰 丑'],
  ['upperRoman', 'I II X XI XX XXI XXVII C CI CX'],
  ['lowerRoman', 'i ii x xi xx xxi xxvii c ci cx'],
  ['upperLetter', 'A B J K T U AA VVVV WWWW FFFFF'],
  ['lowerLetter', 'a b j k t u aa vvvv wwww fffff'],
])('%s', (format, expected) => {
  expect(VALUES.map((value) => formatNumber(value, format)).join(' ')).toBe(expected);
});

test('a format that is not known is null, a value that cannot be written a plain number', () => {
  expect(formatNumber(1, 'hebrew1')).toBeNull();
  expect([formatNumber(0, 'chineseCounting'), formatNumber(10_000, 'chineseCounting')]).toEqual(['0', '10000']);
});
