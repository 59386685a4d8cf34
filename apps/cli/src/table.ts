import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import type { Comparison } from '@dingben/comparison';
import { findForbidden, ok, refuse, type Result } from '@dingben/kernel';
import {
  comparisonTable,
  writeTableHtml,
  writeText,
  type ComparisonTable,
  type Outlines,
  type Reason,
} from '@dingben/writer';
import { fontFile } from './formats.ts';

type Write = (table: ComparisonTable) => Promise<Result<string | Uint8Array>>;

/** The comparison table by the ending of its file. The libraries are loaded only where they are wanted. */
const WRITERS: Readonly<Record<string, Write>> = {
  '.html': (table) => Promise.resolve(ok(writeTableHtml(table))),
  '.docx': async (table) => ok(await (await import('@dingben/writer/docx')).writeTableDocx(table)),
  '.pdf': async (table) => (await import('@dingben/writer/pdf')).writeTablePdf(table, fontFile),
  '.xlsx': async (table) => (await import('@dingben/writer/xlsx')).writeTableXlsx(table),
};
const TRACKED: Write = async (table) =>
  ok(await (await import('@dingben/writer/docx')).writeTableDocx(table, { tracked: true }));

/** Whether a table can be written to a file of this name; only a document can have its changes tracked. */
export function isTableFile(file: string, tracked: boolean): boolean {
  return tracked ? endingOf(file) === '.docx' : Object.hasOwn(WRITERS, endingOf(file));
}

/**
 * The comparison table in the form that the file's name asks for.
 *
 * Refuses with `cli.reasons-unreadable` (no file, or not of the form), `cli.text-forbidden` and the writer's codes.
 */
export async function tableFile(
  comparison: Comparison,
  outlines: Outlines,
  asked: {
    readonly file: string;
    readonly reasons: string | undefined;
    readonly tracked: boolean;
    readonly cwd: string;
  },
): Promise<Result<string | Uint8Array>> {
  const reasons =
    asked.reasons === undefined ? new Map<string, Reason>() : await readReasons(resolve(asked.cwd, asked.reasons));
  if (reasons === null) return refuse('cli.reasons-unreadable', { file: asked.reasons ?? '' });
  const said = [...reasons.values()].map(({ reason, basis = '' }) => reason + basis);
  const texts = [writeText(outlines.before), writeText(outlines.after), ...said].join('\n');
  if (findForbidden(texts) !== null) return refuse('cli.text-forbidden', { file: asked.file });
  const table = comparisonTable(comparison, outlines, reasons);
  if (!table.ok) return table;
  const write = asked.tracked ? TRACKED : WRITERS[endingOf(asked.file)];
  if (write === undefined) throw new Error(`no table can be written to ${asked.file}`);
  return write(table.value);
}

function endingOf(file: string): string {
  return extname(file).toLowerCase();
}

/** Reasons by the key of their row: `{ "10": { "reason": "…", "basis": "…" } }`. Null where the file is not of that form. */
async function readReasons(path: string): Promise<Map<string, Reason> | null> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const entries = Object.entries(objectOf(parsed(text)) ?? { '': null });
  const reasons = entries.map(([key, value]) => [key, reasonOf(value)] as const);
  return reasons.some(([, reason]) => reason === null)
    ? null
    : new Map(reasons.flatMap(([key, reason]) => (reason === null ? [] : [[key, reason] as const])));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function objectOf(value: unknown): Record<string, unknown> | null {
  // An object of JSON has nothing but string keys.
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function reasonOf(value: unknown): Reason | null {
  const { reason, basis = '', ...unknown } = objectOf(value) ?? {};
  if (typeof reason !== 'string' || typeof basis !== 'string' || Object.keys(unknown).length > 0) return null;
  return { reason, basis };
}
