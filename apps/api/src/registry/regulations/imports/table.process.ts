/**
 * Reads one table in a process of its own, which TableProcess starts with limits. Whatever a hostile file brings about happens
 * here, and ends here.
 */
import { ok, refuse } from '@dingben/kernel';
import { decodeTable, readCsv } from '@dingben/registry';
import { answerOrder, asJson } from '../../../platform/processes/limited-program.js';
import { MOST_ROWS, type ReadTable, type TableAnswer, type TableOrder } from './protocol.js';
import { TooHeavy, readWorkbook } from './xlsx.js';

/** Every zip file begins like this; the older .xls begins like the second. */
const [ZIP, OLE] = ['504b0304', 'd0cf11e0'];

async function answerTo({ encoding }: TableOrder, bytes: Buffer): Promise<TableAnswer> {
  const begins = bytes.toString('hex', 0, 4);
  if (begins === OLE) return refuse('table.unreadable');
  const answer = begins === ZIP ? await fromWorkbook(bytes) : fromCsv(bytes, encoding);
  return answer.ok && answer.value.rows.length > MOST_ROWS
    ? refuse('table.too-many-rows', { max: MOST_ROWS - 1 })
    : answer;
}

async function fromWorkbook(bytes: Buffer): Promise<TableAnswer> {
  try {
    const rows = (await readWorkbook(bytes)).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
    return ok<ReadTable>({ form: 'xlsx', encoding: null, certain: true, rows });
  } catch (error) {
    return refuse(error instanceof TooHeavy ? 'table.too-heavy' : 'table.unreadable');
  }
}

function fromCsv(bytes: Buffer, wanted: TableOrder['encoding']): TableAnswer {
  const decoded = decodeTable(bytes, wanted);
  // A zero is in no text table; what has one is some other file.
  if (decoded === null || decoded.text.includes('\0')) return refuse('table.unreadable');
  const table = readCsv(decoded.text);
  if (!('rows' in table)) return refuse('table.unclosed-quote', { line: table.unclosedQuoteOnLine });
  const { encoding, certain } = decoded;
  return ok<ReadTable>({ form: 'csv', encoding, certain, rows: table.rows });
}

// TableProcess alone starts this program, with such an order.
await answerOrder(async (order, bytes) => asJson(await answerTo(order as TableOrder, bytes)));
