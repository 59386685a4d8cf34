export { writeDocx } from './write-docx.ts';
export { writeTableDocx, type TableDocxOptions } from './write-table.ts';
