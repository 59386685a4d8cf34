import { canonicalJson } from '@dingben/kernel';
import type { LedgerEvent } from './event.ts';

/** The first line of an exported ledger. */
export interface ExportHeader {
  readonly schema: 'dingben.ledger/1';
  /** The database's identity, as in its checkpoints. */
  readonly database: string;
}

export type ExportCode = 'ledger.header' | 'ledger.line';

/** A line of an export that cannot be read. `line` counts from 1. */
export class ExportError extends Error {
  readonly code: ExportCode;
  readonly line: number;
  constructor(code: ExportCode, line: number) {
    super(`line ${line}: ${code}`);
    this.code = code;
    this.line = line;
  }
}

/** One line with its line end: the header, then one event a line in order. */
export function exportLine(value: ExportHeader | LedgerEvent): string {
  return `${canonicalJson({ ...value })}\n`;
}

/**
 * The events of an export, read line by line.
 *
 * @throws ExportError where the header or a line is not of the form.
 */
export function* parseExport(lines: Iterable<string>): Generator<LedgerEvent, void, undefined> {
  let line = 0;
  for (const text of lines) {
    line += 1;
    if (line === 1) parseHeader(text);
    else if (text !== '') yield parseLine(text, line);
  }
  if (line === 0) throw new ExportError('ledger.header', 1);
}

/** @throws ExportError where the text is no header. */
export function parseHeader(text: string): ExportHeader {
  const value = parse(text);
  if (value?.['schema'] !== 'dingben.ledger/1') throw new ExportError('ledger.header', 1);
  const database = value['database'];
  return { schema: 'dingben.ledger/1', database: typeof database === 'string' ? database : '' };
}

const NUMBERS = ['seq', 'form', 'atUs'] as const;
const TEXTS = ['prevHash', 'hash', 'algorithm', 'action', 'outcome', 'subjectType', 'payload'] as const;
const OPTIONAL = ['actorId', 'subjectId', 'beforeHash', 'afterHash', 'requestId'] as const;

/** @throws ExportError where the text is no event. */
export function parseLine(text: string, line: number): LedgerEvent {
  const value = parse(text);
  const good =
    value !== null &&
    NUMBERS.every((key) => Number.isSafeInteger(value[key])) &&
    TEXTS.every((key) => typeof value[key] === 'string') &&
    OPTIONAL.every((key) => value[key] === null || typeof value[key] === 'string');
  if (!good) throw new ExportError('ledger.line', line);
  return value as unknown as LedgerEvent; // every field was judged above
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null; // an object, keys unknown
  } catch {
    return null;
  }
}
