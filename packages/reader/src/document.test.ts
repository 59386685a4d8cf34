import { readFileSync } from 'node:fs';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { entries } from '@dingben/outline';
import { LIMITS, readDocument, type Encoding, type ReadDocument } from './index.ts';

const TEXT =
  '某标准（2025年版）\n（一）类\n1.甲。\n服务对象：甲。\n服务内容：乙。\n服务标准：丙。\n支出责任：丁。\n牵头负责单位：戊。\n';

function document(bytes: Uint8Array | string, name = 'a.txt', encoding?: Encoding): ReadDocument {
  const read = readDocument({ bytes: bytesOf(bytes), name, ...(encoding !== undefined && { encoding }) });
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}

function problem(bytes: Uint8Array | string, name = 'a.docx', encoding?: Encoding): unknown {
  const read = readDocument({ bytes: bytesOf(bytes), name, ...(encoding !== undefined && { encoding }) });
  return read.ok ? null : read.problem;
}

function bytesOf(bytes: Uint8Array | string): Uint8Array {
  return typeof bytes === 'string' ? strToU8(bytes) : bytes;
}

const RELATIONSHIPS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" ' +
  'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

function docx(body: string, others: Zippable = {}, prolog = ''): Uint8Array {
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return zipSync({
    '_rels/.rels': strToU8(RELATIONSHIPS),
    'word/document.xml': strToU8(`${prolog}<w:document ${word}><w:body>${body}</w:body></w:document>`),
    ...others,
  });
}

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

function utf16(text: string, isBig: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !isBig);
  return bytes;
}

describe('the encoding of a text', () => {
  const gb18030 = readFileSync('test/fixtures/documents/ok/gb18030.txt');

  test.each([
    ['UTF-8', strToU8(TEXT), 'utf-8', true],
    ['UTF-8 with a byte order mark', strToU8(`\ufeff${TEXT}`), 'utf-8', true],
    ['UTF-16 with a byte order mark', utf16(`\ufeff${TEXT}`, false), 'utf-16le', true],
    ['big-endian UTF-16 with a byte order mark', utf16(`\ufeff${TEXT}`, true), 'utf-16be', true],
    ['UTF-16 without one', utf16(TEXT, false), 'utf-16le', false],
    ['big-endian UTF-16 without one', utf16(TEXT, true), 'utf-16be', false],
    ['GB18030', gb18030, 'gb18030', false],
  ])('%s is told', (_name, bytes, encoding, encodingCertain) => {
    const read = document(bytes);
    expect({ encoding: read.encoding, encodingCertain: read.encodingCertain }).toEqual({ encoding, encodingCertain });
    expect([...entries(read.outline)].map((at) => at.path)).toEqual(['1']);
  });

  test('that a person has named is certain, and refused where it cannot be', () => {
    expect(document(gb18030, 'a.txt', 'gb18030').encodingCertain).toBe(true);
    expect(problem(gb18030, 'a.txt', 'utf-8')).toEqual({
      code: 'document.encoding-unknown',
      params: { encoding: 'utf-8' },
    });
  });
});

describe('a file that is no document', () => {
  const whole = docx(paragraph('某标准（2025年版）'));
  const many = Object.fromEntries(Array.from({ length: LIMITS.parts }, (_, index) => [`p${index}`, new Uint8Array()]));
  const damaged = whole.slice();
  damaged[60] = (damaged[60] ?? 0) ^ 0xff;
  const ole = (name: string): Uint8Array => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    bytes.set(utf16(name, false), 1024);
    return bytes;
  };
  test.each([
    ['no bytes', '', 'document.empty'],
    ['too many bytes', new Uint8Array(LIMITS.bytes + 1), 'document.too-large'],
    ['an old Word document', ole('WordDocument'), 'document.old-word'],
    ['a document behind a password', ole('EncryptedPackage'), 'document.encrypted'],
    ['a PDF', '%PDF-1.7', 'document.not-a-docx'],
    ['RTF', '{\\rtf1 }', 'document.not-a-docx'],
    ['a text', TEXT, 'document.not-a-docx'],
    ['another zip file', zipSync({ a: strToU8('a') }), 'document.not-a-docx'],
    ['half a file', whole.subarray(0, whole.length / 2), 'document.truncated'],
    ['a changed byte', damaged, 'document.damaged'],
    ['more parts than any document', docx('', many), 'document.too-many-parts'],
    ['a bomb', docx('', { bomb: new Uint8Array(LIMITS.inflatedBytes) }), 'document.zip-bomb'],
    ['XML that does not end', docx('<w:p>'), 'document.damaged'],
    ['an entity of its own', docx(paragraph('&a;'), {}, '<!DOCTYPE a [<!ENTITY a "b">]>'), 'document.doctype'],
    ['an entity that is nowhere', docx(paragraph('&a;')), 'document.damaged'],
    ['too deep a nest', docx('<w:p>'.repeat(300) + '</w:p>'.repeat(300)), 'document.too-complex'],
    ['too many elements', docx('<w:p/>'.repeat(LIMITS.elements)), 'document.too-complex'],
    ['too many lines', docx('<w:p/>'.repeat(LIMITS.lines + 1)), 'document.too-long'],
    ['an insertion', docx(`<w:p><w:ins>${paragraph('甲')}</w:ins></w:p>`), 'document.tracked-changes'],
  ])('%s is refused', (_name, bytes, code) => {
    expect(problem(bytes)).toMatchObject({ code });
  });

  test('tracked changes are counted and the first is quoted', () => {
    const body =
      paragraph('某标准') +
      '<w:p><w:r><w:t>不低于</w:t></w:r><w:del><w:r><w:delText>89</w:delText></w:r></w:del><w:ins><w:r><w:t>94</w:t></w:r></w:ins></w:p>';
    expect(problem(docx(body))).toEqual({
      code: 'document.tracked-changes',
      params: { insertions: 1, deletions: 1, moves: 0, paragraph: 2, found: '89' },
    });
  });
});

describe('a Word document', () => {
  test('is read as its text is, with the same findings', () => {
    const read = document(docx(TEXT.trimEnd().split('\n').map(paragraph).join('')), 'a.docx');
    expect(read.outline).toEqual(document(TEXT.trimEnd()).outline);
    expect([read.form, read.encoding, read.text]).toEqual(['docx', null, TEXT.trimEnd()]);
  });
});
