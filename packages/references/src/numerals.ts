const DIGITS = '零一二三四五六七八九';
const SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** How many characters from a place on are 汉字 of a number: 三十五, 一百零八, 二〇二三. */
export function numeralEnd(text: string, from: number, limit = text.length): number {
  let at = from;
  while (at < Math.min(text.length, limit) && '〇零一二三四五六七八九十百千两'.includes(text.charAt(at))) at++;
  return at;
}

/** The number that 汉字 give, by scale (一百零八 = 108) or digit by digit (二〇二三 = 2023). NaN for anything else. */
export function numeralValue(text: string): number {
  if (text === '') return Number.NaN;
  const digits = Array.from(text.replaceAll('〇', '零').replaceAll('两', '二'));
  if (digits.every((char) => DIGITS.includes(char))) return Number(digits.map((char) => DIGITS.indexOf(char)).join(''));
  let [sum, digit] = [0, 0];
  for (const [index, char] of digits.entries()) {
    const scale = SCALES[char];
    if (scale === undefined && !DIGITS.includes(char)) return Number.NaN;
    if (scale === undefined) digit = DIGITS.indexOf(char);
    else {
      // 十五 leaves out the 一 that 一百一十五 writes.
      sum += (digit === 0 && (index === 0 || scale === 10) ? 1 : digit) * scale;
      digit = 0;
    }
  }
  return sum + digit;
}
