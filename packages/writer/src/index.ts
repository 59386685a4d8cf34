export { headingText, titleLines, writeText } from './text.ts';
export { outlineForm, writeJson } from './json.ts';
export { normalisations, type Normalisation } from './normalisations.ts';
export { escape } from './escape.ts';
export { writeHtml } from './html.ts';
export { writeAkn } from './akn/write-akn.ts';
export type { DocumentMeta } from './meta.ts';
export {
  comparisonTable,
  partsWithoutReason,
  TABLE_HEADINGS,
  type ComparisonTable,
  type Reason,
  type TableRow,
} from './table/comparison-table.ts';
export {
  changedParts,
  keyOf,
  keyOfSection,
  namedParts,
  type ChangedPart,
  type ChangedText,
  type Outlines,
  type PartName,
} from './table/rows.ts';
export { writeTableHtml } from './table/write-html.ts';
export {
  NOTE_HEADINGS,
  revisionNotes,
  type ConfirmableComparison,
  type NoteRow,
  type RevisionNotes,
} from './notes/revision-notes.ts';
export { writeNotesHtml } from './notes/write-html.ts';
