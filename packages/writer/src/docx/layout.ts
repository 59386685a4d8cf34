import { LineRuleType, type IRunOptions, type ISpacingProperties } from 'docx';

/** Millimetres in twentieths of a point, to the nearest: the library's own conversion cuts off, and misses A4 by one. */
function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/**
 * Measures of official documents (GB/T 9704): A4; margins 37, 35, 28 and 26 mm; 二号 title, 三号 text, 四号 page numbers; lines
 * of exactly 28 pt, so that a page has 22 of them with 28 characters each; the first line indented by two characters.
 */
export const PAGE = {
  size: { width: twips(210), height: twips(297) },
  margin: {
    top: twips(37),
    bottom: twips(35),
    left: twips(28),
    right: twips(26),
    footer: twips(28),
  },
} as const;

const POINT = 20;
export const BODY_LINE: ISpacingProperties = { line: 28 * POINT, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
export const TITLE_LINE: ISpacingProperties = {
  line: 34 * POINT,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 28 * POINT,
};
export const FIRST_LINE = { firstLineChars: 200, firstLine: 640 };

/** Half points. */
const SIZE = { title: 44, body: 32, page: 28 };
const BLACK = '000000';

function face(eastAsia: string, size: number, more: IRunOptions = {}): IRunOptions {
  return { font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia }, size, color: BLACK, ...more };
}

/** The official faces, by the names under which Chinese offices have them. */
export const FACE = {
  title: face('方正小标宋简体', SIZE.title),
  chapter: face('黑体', SIZE.body),
  category: face('楷体_GB2312', SIZE.body),
  entry: face('仿宋_GB2312', SIZE.body, { bold: true }),
  label: face('仿宋_GB2312', SIZE.body, { bold: true }),
  body: face('仿宋_GB2312', SIZE.body),
  page: face('宋体', SIZE.page),
} as const;
