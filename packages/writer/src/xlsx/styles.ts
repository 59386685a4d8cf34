import { XML_DECLARATION } from '../xml.ts';

/** Places in `cellXfs` below. */
export const STYLE = { text: 1, centred: 2, heading: 3, title: 4, number: 5, percent: 6 } as const;

const SIZE = 11;
const FACE = `<sz val="${SIZE}"/>`;
const NAME = '<rFont val="宋体"/><charset val="134"/>';

/** What a run looks like. A deletion is struck and an insertion underlined, so that the marks do not live by colour alone. */
export const MARKED = {
  plain: `${FACE}${NAME}`,
  label: `<b/>${FACE}${NAME}`,
  delete: `<strike/>${FACE}<color rgb="FFC00000"/>${NAME}`,
  insert: `${FACE.replace('<sz', '<u/><sz')}<color rgb="FF0033CC"/>${NAME}`,
} as const;

const SIDES = ['left', 'right', 'top', 'bottom'];
const BORDER = SIDES.map((side) => `<${side} style="thin"><color rgb="FF8C8C8C"/></${side}>`).join('');

function font(size: number, name: string, more = ''): string {
  return `<font>${more}<sz val="${size}"/><name val="${name}"/><family val="3"/><charset val="134"/></font>`;
}

/** Of the number formats that every program has, 49 is text (@): what is typed over a cell stays text, too; 0 any number, 10 percent. */
function format(
  fontId: number,
  fillId: number,
  borderId: number,
  alignment: string,
  wrap = true,
  numberFormat = 49,
): string {
  const ids = `numFmtId="${numberFormat}" fontId="${fontId}" fillId="${fillId}" borderId="${borderId}" xfId="0"`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  return `<xf ${ids} ${applied}><alignment ${alignment}${wrap ? ' wrapText="1"' : ''}/></xf>`;
}

/** The styles' part. */
export function stylesXml(): string {
  const fonts = [font(SIZE, '宋体'), font(SIZE, '黑体'), font(18, '方正小标宋简体')];
  const fills = ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'];
  const headingFill = '<fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/></patternFill></fill>';
  const formats = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    format(0, 0, 1, 'vertical="top"'),
    format(0, 0, 1, 'horizontal="center" vertical="top"'),
    format(1, 2, 1, 'horizontal="center" vertical="center"'),
    // The title runs on over the cells beside it, which are empty.
    format(2, 0, 0, 'horizontal="left" vertical="center"', false),
    format(0, 0, 1, 'horizontal="right" vertical="top"', false, 0),
    format(0, 0, 1, 'horizontal="right" vertical="top"', false, 10),
  ];
  return [
    `${XML_DECLARATION}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
    `<fills count="${fills.length + 1}">${fills.join('')}${headingFill}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${BORDER}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}
