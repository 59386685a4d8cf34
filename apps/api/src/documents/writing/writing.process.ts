/** Writes documents in a process of its own, which WritingProcess starts with limits: its memory is given back when it ends. */
import { ok, type Result } from '@dingben/kernel';
import { writeAkn, writeHtml, writeJson, writeNotesHtml, writeTableHtml, writeText } from '@dingben/writer';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { answerOrder } from '../../platform/processes/limited-program.js';
import type { Format } from '../../publications/dto/publication.dto.js';
import type { NotesForm, TableForm, WritingAnswer, WritingOrder } from './protocol.js';

type Written = Result<Uint8Array | string>;
type Of<Kind> = Extract<WritingOrder, { readonly kind: Kind }>;

/** Within the packages that are installed with the program. */
function fontFile(name: string): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve(name));
}

// Each library is loaded where it is wanted: that takes longer than a small document.
const docx = (): Promise<typeof import('@dingben/writer/docx')> => import('@dingben/writer/docx');
const pdf = (): Promise<typeof import('@dingben/writer/pdf')> => import('@dingben/writer/pdf');
const xlsx = (): Promise<typeof import('@dingben/writer/xlsx')> => import('@dingben/writer/xlsx');

const STANDARD: Readonly<Record<Format, (order: Of<'standard'>) => Written | Promise<Written>>> = {
  json: ({ outline }) => ok(writeJson(outline)),
  txt: ({ outline }) => ok(writeText(outline)),
  html: ({ outline, meta }) => ok(writeHtml(outline, meta)),
  docx: async ({ outline, meta }) => ok(await (await docx()).writeDocx(outline, meta)),
  pdf: async ({ outline, meta }) => (await pdf()).writePdf(outline, fontFile, meta),
  xlsx: async ({ outline, meta }) => (await xlsx()).writeXlsx(outline, meta),
  akn: ({ outline, meta }) => ok(writeAkn(outline, meta)),
};

const TABLE: Readonly<Record<TableForm, (order: Of<'comparison-table'>) => Written | Promise<Written>>> = {
  docx: async ({ table, meta }) => ok(await (await docx()).writeTableDocx(table, {}, meta)),
  tracked: async ({ table, meta }) => ok(await (await docx()).writeTableDocx(table, { tracked: true }, meta)),
  pdf: async ({ table, meta }) => (await pdf()).writeTablePdf(table, fontFile, meta),
  xlsx: async ({ table, meta }) => (await xlsx()).writeTableXlsx(table, meta),
  html: ({ table }) => ok(writeTableHtml(table)),
};

const NOTES: Readonly<Record<NotesForm, (order: Of<'revision-notes'>) => Written | Promise<Written>>> = {
  docx: async ({ notes, meta }) => ok(await (await docx()).writeNotesDocx(notes, meta)),
  html: ({ notes }) => ok(writeNotesHtml(notes)),
};

async function writeAll(order: WritingOrder): Promise<readonly Uint8Array[]> {
  const files: Uint8Array[] = [];
  for (const write of writersOf(order)) {
    const written = await write();
    if (!written.ok) return [line(written)];
    files.push(typeof written.value === 'string' ? Buffer.from(written.value) : written.value);
  }
  return [line(ok(files.map(({ length }) => length))), ...files];
}

function writersOf(order: WritingOrder): (() => Written | Promise<Written>)[] {
  if (order.kind === 'standard') return order.forms.map((form) => () => STANDARD[form](order));
  if (order.kind === 'comparison-table') return order.forms.map((form) => () => TABLE[form](order));
  return order.forms.map((form) => () => NOTES[form](order));
}

function line(answer: WritingAnswer): Uint8Array {
  return Buffer.from(`${JSON.stringify(answer)}\n`);
}

// WritingProcess alone starts this program, with such an order.
await answerOrder((order) => writeAll(order as WritingOrder));
