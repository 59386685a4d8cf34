/** One row of a table, with the line of the file on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export type Table = { readonly rows: readonly TableRow[] } | { readonly unclosedQuoteOnLine: number };

/**
 * Reads CSV as RFC 4180 writes it: commas, quotes doubled within quotes, line breaks within quotes, CRLF or LF. A leading
 * byte order mark is dropped; rows without any text are left out. One pass, linear in the text.
 */
export function readCsv(text: string): Table {
  const rows: TableRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  const endRow = (): void => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: rowLine, cells });
    cells = [];
  };
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length;) {
    const quoted = text.charAt(at) === '"';
    const cell = quoted ? quotedCell(text, at) : plainCell(text, at);
    if (cell === null) return { unclosedQuoteOnLine: line };
    cells.push(cell.text);
    line += cell.breaks;
    at = cell.end;
    if (text.charAt(at) === ',') {
      at++;
      // A comma that ends the file opens one more cell.
      if (at === text.length) cells.push('');
      continue;
    }
    endRow();
    at += text.startsWith('\r\n', at) ? 2 : 1;
    line++;
    rowLine = line;
  }
  endRow();
  return { rows };
}

interface Cell {
  readonly text: string;
  readonly end: number;
  readonly breaks: number;
}

function plainCell(text: string, start: number): Cell {
  let end = start;
  while (end < text.length && !',\r\n'.includes(text.charAt(end))) end++;
  return { text: text.slice(start, end), end, breaks: 0 };
}

/** Null where the quote is never closed. What follows a closing quote before the next comma is kept as text. */
function quotedCell(text: string, start: number): Cell | null {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    parts.push(text.slice(from, quote));
    if (text.charAt(quote + 1) !== '"') {
      const rest = plainCell(text, quote + 1);
      const inside = parts.join('');
      return { text: inside + rest.text, end: rest.end, breaks: breaksIn(inside) };
    }
    parts.push('"');
    from = quote + 2;
  }
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
