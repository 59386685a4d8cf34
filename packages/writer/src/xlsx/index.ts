export { writeQuantitiesXlsx, type QuantityTable } from './write-quantities.ts';
export { writeXlsx } from './write-xlsx.ts';
export { writeTableXlsx } from './write-table.ts';
