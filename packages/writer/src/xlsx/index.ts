export { writeXlsx } from './write-xlsx.ts';
export { writeTableXlsx } from './write-table.ts';
