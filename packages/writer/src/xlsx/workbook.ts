import { strToU8 } from 'fflate';
import { zipParts } from '../fixed-zip.ts';
import { CREATOR, momentOf, type DocumentMeta } from '../meta.ts';
import { assertWritable } from '../writable.ts';
import { XML_DECLARATION, xmlAttribute, xmlText } from '../xml.ts';
import { sheetXml } from './sheet-xml.ts';
import { cellName, isNumberCell, type Sheet } from './sheet.ts';
import { stylesXml } from './styles.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook of one sheet, the same bytes for the same sheet and `meta`.
 *
 * @throws RangeError where a text holds a code point that stored text may not hold.
 */
export function writeWorkbook(sheet: Sheet, meta: DocumentMeta): Uint8Array {
  assertWritable(
    [
      sheet.name,
      sheet.title,
      ...sheet.rows.flat().flatMap((cell) => (isNumberCell(cell) ? [] : cell.map(({ text }) => text))),
    ].join('\n'),
  );
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([
      [`${OFFICE}/relationships/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreProperties(sheet.title, meta),
    'xl/workbook.xml': workbookXml(sheet),
    'xl/_rels/workbook.xml.rels': relationships([
      [`${OFFICE}/relationships/worksheet`, 'worksheets/sheet1.xml'],
      [`${OFFICE}/relationships/styles`, 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(),
    'xl/worksheets/sheet1.xml': sheetXml(sheet),
  };
  return zipParts(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

function contentTypes(): string {
  const parts = [
    ['/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
    ['/xl/worksheets/sheet1.xml', `${SPREADSHEET}.worksheet+xml`],
    ['/xl/styles.xml', `${SPREADSHEET}.styles+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  return [
    `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    ...parts.map(([name = '', type = '']) => `<Override PartName="${name}" ContentType="${type}"/>`),
    '</Types>',
  ].join('');
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function coreProperties(title: string, meta: DocumentMeta): string {
  const moment = momentOf(meta);
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return [
    `${XML_DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`,
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${CREATOR}</dc:creator>`,
    meta.code === undefined ? '' : `<dc:identifier>${xmlText(meta.code)}</dc:identifier>`,
    `${time('created')}${time('modified')}</cp:coreProperties>`,
  ].join('');
}

function workbookXml({ name, columns, rows }: Sheet): string {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const [left, right] = [cellName(0, 1), cellName(columns.length - 1, rows.length + 1)].map(absolute);
  return [
    `${XML_DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}/relationships">`,
    '<bookViews><workbookView/></bookViews>',
    `<sheets><sheet name="${xmlAttribute(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames>`,
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${xmlText(sheet)}!${left ?? ''}:${right ?? ''}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${xmlText(sheet)}!$1:$2</definedName>`,
    '</definedNames></workbook>',
  ].join('');
}

/** `$AB$12`. */
function absolute(name: string): string {
  return name.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
}
