export { writeDocx } from './write-docx.ts';
export { writeNotesDocx } from './write-notes.ts';
export { writeTableDocx, type TableDocxOptions } from './write-table.ts';
