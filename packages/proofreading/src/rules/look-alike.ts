import { isBlank, isHan } from '../characters.ts';
import type { Rule, Seen } from '../model.ts';
import { EVERYWHERE } from '../reads.ts';

/** Signs whose compatibility form is another but that are right as they are: list numbers, units, Roman numerals. */
const RIGHT: readonly (readonly [from: number, to: number])[] = [
  [0x2460, 0x24ff],
  [0x2150, 0x218b],
  [0x2776, 0x2793],
  [0x2100, 0x214f],
  [0x3300, 0x33ff],
  [0x3220, 0x32ff],
  [0xb2, 0xb3],
  [0xb9, 0xb9],
  [0xbc, 0xbe],
  [0x2026, 0x2026],
  [0x2070, 0x209c],
];
/** Full-width punctuation is the right one in Chinese; full-width letters and digits are not. */
const FULL_WIDTH_MARKS = '！（），－：；？～％＋＝／｜＂＃＄＆＇＊．＜＞＠［］＼＾＿｀｛｝';
const SCRIPTS = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Katakana}\p{Script=Hiragana}]/u;
/** Whatever is neither ASCII, an ordinary ideograph nor the usual punctuation. */
const UNUSUAL = /[^\u0000-\u00b1\u4e00-\u9fff、。〈-】〔〕，；：！？（）“”‘’…—×·]/gu;
/** Circles and dots that pass for 〇 and · between 汉字. */
const NUMERALS = '〇一二三四五六七八九';
const CIRCLES = '○◯Ο';
const DOTS = '•‧∙⋅・･';

/**
 * A sign that looks like another: compatibility ideographs and radicals (⼈ for 人), full-width letters and digits, letters of
 * other scripts, a circle for 〇, a bullet for ·. Found by no search for what they seem to be.
 */
export const lookAlike: Rule = {
  code: 'proofreading.look-alike',
  severity: 'warning',
  reads: EVERYWHERE,
  see: ({ text, numbers }) => {
    const seen: Seen[] = [];
    // What is wrong within a 文号 number-form says.
    const inNumber = new Set(
      numbers.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
    );
    for (const { index: start, 0: sign } of text.matchAll(UNUSUAL)) {
      const end = start + sign.length;
      const found = inNumber.has(start) ? null : meantBy(text, start, end);
      if (found === null) continue;
      const codePoint = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
      seen.push({ start, end, params: { codePoint }, ...(found !== '' && { fix: found }) });
    }
    return seen;
  },
};

/** What the sign at a place is taken for; '' where it is out of place but for nothing certain; null where it is right. */
function meantBy(text: string, start: number, end: number): string | null {
  const sign = text.slice(start, end);
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (DOTS.includes(sign)) return isHan(before) && isHan(after) ? '·' : null;
  if (CIRCLES.includes(sign)) return NUMERALS.includes(before || ' ') || NUMERALS.includes(after || ' ') ? '〇' : null;
  const code = sign.codePointAt(0) ?? 0;
  if (FULL_WIDTH_MARKS.includes(sign) || isBlank(sign)) return null;
  if (RIGHT.some(([from, to]) => code >= from && code <= to)) return null;
  const folded = sign.normalize('NFKC');
  if (folded !== sign) return folded;
  const isRadical = code >= 0x2e80 && code <= 0x2eff;
  return isRadical || SCRIPTS.test(sign) ? '' : null;
}
