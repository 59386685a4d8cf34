export type { FontSource } from './fonts.ts';
export { writePdf } from './write-pdf.ts';
export { writeTablePdf } from './write-table.ts';
