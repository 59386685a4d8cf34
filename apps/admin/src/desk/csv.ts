const BYTE_ORDER_MARK = '\uFEFF';
/** A cell that begins so is taken for a formula by spreadsheet programs. */
const FORMULA_SIGNS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/** One cell: quoted where it must be, and never a formula. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA_SIGNS.some((sign) => value.startsWith(sign)) ? `'${value}` : value;
  return ['"', ',', '\n', '\r'].some((sign) => safe.includes(sign)) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as spreadsheet programs open it in Chinese: UTF-8 with its mark, lines by CRLF (RFC 4180). */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(csvCell).join(',') + '\r\n').join('');
}

/** Hands a text to the browser as a file to keep. */
export function saveFile(fileName: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Some browsers begin to read the address only after the click has returned.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveCsv(fileName: string, rows: readonly (readonly (string | number)[])[]): void {
  saveFile(`${fileName}.csv`, csvOf(rows), 'text/csv;charset=utf-8');
}
