import { extname } from 'node:path';
import type { Comparison } from '@dingben/comparison';
import { findForbidden, ok, refuse, type Result } from '@dingben/kernel';
import { revisionNotes, writeNotesHtml, type RevisionNotes } from '@dingben/writer';

const WRITERS: Readonly<Record<string, (notes: RevisionNotes) => Promise<string | Uint8Array>>> = {
  '.html': (notes) => Promise.resolve(writeNotesHtml(notes)),
  '.docx': async (notes) => (await import('@dingben/writer/docx')).writeNotesDocx(notes),
};

/** Whether notes can be written to a file of this name. */
export function isNotesFile(file: string): boolean {
  return Object.hasOwn(WRITERS, extname(file).toLowerCase());
}

/** The counts of what changed, in the form that the file's name asks for. Refuses with `cli.text-forbidden`. */
export async function notesFile(comparison: Comparison, file: string): Promise<Result<string | Uint8Array>> {
  const notes = revisionNotes(comparison);
  const names = notes.rows.flatMap(({ entries }) => entries.map(({ name }) => name));
  if (findForbidden([notes.paragraph, ...names].join('\n')) !== null) return refuse('cli.text-forbidden', { file });
  const write = WRITERS[extname(file).toLowerCase()];
  if (write === undefined) throw new Error(`no notes can be written to ${file}`);
  return ok(await write(notes));
}
