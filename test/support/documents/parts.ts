import { addedParts, broken } from './broken.ts';
import { strToU8, zipSync, type Zippable } from 'fflate';

const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
/** The root of each kind of part; the body's own element is within it. */
const ROOTS: Readonly<Record<string, readonly [string, string]>> = {
  document: [`<w:document ${WORD}><w:body>`, '</w:body></w:document>'],
  styles: [`<w:styles ${WORD}>`, '</w:styles>'],
  numbering: [`<w:numbering ${WORD}>`, '</w:numbering>'],
  footnotes: [`<w:footnotes ${WORD}>`, '</w:footnotes>'],
  endnotes: [`<w:endnotes ${WORD}>`, '</w:endnotes>'],
  comments: [`<w:comments ${WORD}>`, '</w:comments>'],
  header: [`<w:hdr ${WORD}>`, '</w:hdr>'],
  footer: [`<w:ftr ${WORD}>`, '</w:ftr>'],
};

/**
 * A .docx from the readable text of its parts. `== word/styles.xml` begins a part; its lines are XML, or in short:
 *
 *     P 甲。                    a paragraph
 *     P[style=2 num=1,0] 甲。   with a style, or as a paragraph of a list and level
 *     TABLE · ROW 甲 | [span=2]乙 | [merge]丙 | [merged] · END
 *     LIST 0 · LEVEL 0 chineseCounting %1、 · USE 1 0
 *
 * `! …` lines spoil the file afterwards; `broken.ts` knows them. A part that begins with `<?xml` or `<!` is taken as it is; others get their root, and relationships are made from the names.
 * The same text gives the same bytes.
 */
export function docxFromParts(source: string): Uint8Array {
  const parts = new Map<string, string>();
  let name = '';
  for (const line of source.split('\n')) {
    if (line.startsWith('== ')) {
      name = line.slice(3).trim();
      parts.set(name, '');
    } else if (name !== '') parts.set(name, `${parts.get(name) ?? ''}${expanded(line)}`);
  }
  const whole = Object.fromEntries([...parts].map(([path, text]) => [path, wholePart(path, text)]));
  return broken(zipParts(whole, addedParts(source)), source);
}

function zipParts(own: Readonly<Record<string, string>>, added: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const related = Object.keys(own).filter((path) => path.startsWith('word/') && path !== 'word/document.xml');
  const all: Record<string, string> = {
    '[Content_Types].xml': contentTypes(Object.keys(own)),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships(related.map((path) => [kindOf(path), path.slice('word/'.length)])),
    ...own,
  };
  const files: Zippable = {};
  for (const [path, text] of Object.entries(all)) files[path] = [strToU8(text), { level: 6 }];
  for (const [path, bytes] of Object.entries(added)) files[path] = [bytes, { level: 9 }];
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}

function kindOf(path: string): string {
  return /^word\/([a-z]+)/.exec(path)?.[1] ?? '';
}

function wholePart(path: string, text: string): string {
  const root = ROOTS[kindOf(path)];
  if (root === undefined || text.startsWith('<?xml') || text.startsWith('<!')) return text;
  return PROLOG + root[0] + text + root[1];
}

function relationships(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(([kind, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${RELATIONSHIPS}${kind}" Target="${target}"/>`;
  });
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return `${PROLOG}<Relationships xmlns="${namespace}">${each.join('')}</Relationships>`;
}

function contentTypes(paths: readonly string[]): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
  const each = paths.map((path) => {
    const kind = kindOf(path) === 'document' ? 'document.main' : kindOf(path);
    return `<Override PartName="/${path}" ContentType="${word}${kind}+xml"/>`;
  });
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>';
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return `${PROLOG}<Types xmlns="${namespace}">${defaults}${each.join('')}</Types>`;
}

function expanded(line: string): string {
  const [word = '', ...others] = line.split(' ');
  const rest = others.join(' ');
  if (word === 'P') return paragraph(rest, '');
  if (word.startsWith('P[')) {
    const close = line.indexOf(']');
    return paragraph(line.slice(close + 2), line.slice(2, close));
  }
  if (word === 'TABLE') return '<w:tbl><w:tblPr/><w:tblGrid/>';
  if (word === 'ROW') return `<w:tr>${rest.split(' | ').map(cell).join('')}</w:tr>`;
  if (word === 'END') return '</w:tbl>';
  if (word === 'USE')
    return `<w:num w:numId="${others[0] ?? ''}"><w:abstractNumId w:val="${others[1] ?? ''}"/></w:num>`;
  if (word === 'LIST') return `<w:abstractNum w:abstractNumId="${rest}">`;
  if (word === 'LEVEL') return level(others);
  return line.trim();
}

function level([index = '', format = '', text = '', ...more]: readonly string[]): string {
  const rest = more.map((each) => {
    const [name = '', value = ''] = each.split('=');
    return `<w:${name} w:val="${value}"/>`;
  });
  const start = more.some((each) => each.startsWith('start=')) ? '' : '<w:start w:val="1"/>';
  return `<w:lvl w:ilvl="${index}">${start}<w:numFmt w:val="${format}"/>${rest.join('')}<w:lvlText w:val="${text}"/></w:lvl>`;
}

function paragraph(text: string, options: string): string {
  const given = new Map(options.split(' ').map((each) => [each.split('=')[0] ?? '', each.split('=')[1] ?? '']));
  const [list, index] = (given.get('num') ?? '').split(',');
  const style = given.get('style');
  const properties =
    (style === undefined ? '' : `<w:pStyle w:val="${style}"/>`) +
    (list === undefined || list === ''
      ? ''
      : `<w:numPr><w:ilvl w:val="${index ?? '0'}"/><w:numId w:val="${list}"/></w:numPr>`);
  const run = text === '' ? '' : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run}</w:p>`;
}

function cell(source: string): string {
  const options = /^\[([^\]]*)\]/.exec(source);
  const text = source.slice(options?.[0].length ?? 0);
  const given = options?.[1] ?? '';
  const span = /span=(\d+)/.exec(given)?.[1];
  const list = /num=\d+,\d+/.exec(given)?.[0] ?? '';
  const properties =
    (span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`) +
    (given.includes('merged') ? '<w:vMerge/>' : given.includes('merge') ? '<w:vMerge w:val="restart"/>' : '');
  const paragraphs = text.split('¶').map((each) => paragraph(each, list));
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${paragraphs.join('')}</w:tc>`;
}
