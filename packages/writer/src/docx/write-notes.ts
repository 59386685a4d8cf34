import { Paragraph, TextRun } from 'docx';
import type { DocumentMeta } from '../meta.ts';
import { NOTE_HEADINGS, type RevisionNotes } from '../notes/revision-notes.ts';
import { assertWritable } from '../writable.ts';
import { BODY, FACE, GRID, PAGE } from './layout.ts';
import { pack } from './pack.ts';
import { gridTable, markedParagraphs, titleParagraph } from './table-cells.ts';

/** Twentieths of a point; together as wide as the page between its margins. */
const WIDTHS = [2000, 1000, 5845];

/**
 * The notes as an Office Open XML document in the official layout.
 *
 * @throws RangeError where a text holds a code point that stored text may not hold.
 */
export async function writeNotesDocx(notes: RevisionNotes, meta: DocumentMeta = {}): Promise<Uint8Array> {
  const rows = notes.rows.map(({ name, entries }) => [
    name,
    String(entries.length),
    entries.map((entry) => entry.name).join('\n'),
  ]);
  const said = [notes.paragraph, ...(notes.caveat === null ? [] : [notes.caveat])];
  assertWritable([notes.title, ...said, ...rows.flat()].join('\n'));
  const cells = rows.map((texts) => texts.map((text, column) => markedParagraphs([{ text }], column < 2)));
  const children = [
    titleParagraph(notes.title),
    ...said.map((text) => new Paragraph({ ...BODY, children: [new TextRun({ ...FACE.body, text })] })),
    ...(rows.length === 0 ? [] : [gridTable(WIDTHS, NOTE_HEADINGS, cells)]),
  ];
  return pack({ title: notes.title, properties: { page: PAGE, grid: GRID }, children }, meta);
}
