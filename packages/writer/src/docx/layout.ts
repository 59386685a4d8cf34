import {
  AlignmentType,
  LineRuleType,
  PageOrientation,
  type IDocGridAttributesProperties,
  type IParagraphOptions,
  type IRunOptions,
  type ISpacingProperties,
} from 'docx';

/** Millimetres in twentieths of a point, to the nearest: the library's own conversion cuts off, and misses A4 by one. */
function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** Half points. */
const SIZE = { title: 44, body: 32, page: 28, code: 18 };
/** In twentieths of a point. */
export const POINT = 20;
const [LINES, CHARACTERS] = [22, 28];

/**
 * Measures of official documents (GB/T 9704): A4; margins 37, 35, 28 and 26 mm; 二号 title, 三号 text, 四号 page numbers; 22 lines of 28
 * characters that fill the page between its margins; the first line indented by two characters.
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

/** A4 across, 25 mm to every edge, for tables. The library turns the sheet by itself. */
export const LANDSCAPE = {
  size: { ...PAGE.size, orientation: PageOrientation.LANDSCAPE },
  margin: { top: twips(25), bottom: twips(25), left: twips(25), right: twips(25), footer: twips(15) },
} as const;

const AREA = {
  width: PAGE.size.width - PAGE.margin.left - PAGE.margin.right,
  height: PAGE.size.height - PAGE.margin.top - PAGE.margin.bottom,
};
/** The right edge of the area, for what stands across from the page number. */
export const FOOTER_TAB = AREA.width;
const PITCH = Math.floor(AREA.height / LINES);

/**
 * 28 characters of 三号 are a trifle wider than a line, so they are drawn together, in twentieths of a point. A grid of characters would say
 * the same, but programs differ in how they fill its cells.
 */
export const DRAWN_TOGETHER = Math.floor(AREA.width / CHARACTERS - (SIZE.body / 2) * POINT);

/** Of lines only, and nothing snaps to it: a title is higher than a line of the text. */
export const GRID: IDocGridAttributesProperties = { linePitch: PITCH };

export const BODY_LINE: ISpacingProperties = { line: PITCH, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
/** Of the page number: 28 mm from the edge, and no higher than the margin, or it would take a line from every page. */
export const FOOTER_LINE: ISpacingProperties = { line: 16 * POINT, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
export const TITLE_LINE: ISpacingProperties = {
  line: 34 * POINT,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: PITCH,
};
/** A paragraph of the text. Its lines are not kept together in twos: every page has its 22. */
export const BODY: IParagraphOptions = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLineChars: 200, firstLine: 2 * 16 * POINT },
  spacing: BODY_LINE,
  widowControl: false,
};

const BLACK = '000000';

function face(eastAsia: string, size: number, more: IRunOptions = {}): IRunOptions {
  return { font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia }, size, color: BLACK, ...more };
}

/** The name to look for where a face is missing: the cut of another maker, or of another character set. */
export const FALL_BACKS: Readonly<Record<string, string>> = {
  方正小标宋简体: '方正小标宋_GBK',
  黑体: 'SimHei',
  楷体_GB2312: '楷体',
  仿宋_GB2312: '仿宋',
  宋体: 'SimSun',
};

/** The official faces, by the names under which Chinese offices have them. */
export const FACE = {
  title: face('方正小标宋简体', SIZE.title),
  chapter: face('黑体', SIZE.body),
  category: face('楷体_GB2312', SIZE.body),
  entry: face('仿宋_GB2312', SIZE.body, { bold: true }),
  label: face('仿宋_GB2312', SIZE.body, { bold: true }),
  body: face('仿宋_GB2312', SIZE.body),
  page: face('宋体', SIZE.page),
  code: face('宋体', SIZE.code),
} as const;
