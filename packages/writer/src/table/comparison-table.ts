import type { Comparison } from '@dingben/comparison';
import { ok, refuse, type Result } from '@dingben/kernel';
import { afterOf, beforeOf, type Segment } from '@dingben/text-diff';
import type { Run } from '../runs.ts';
import { titleLines } from '../text.ts';
import { changedParts, namedParts, type ChangedText, type Outlines, type PartName } from './rows.ts';

/** Why a part was changed, as the people who changed it say. */
export interface Reason {
  readonly reason: string;
  /** The instrument that it rests on; without one, what the new text newly cites. */
  readonly basis?: string;
}

export interface TableRow {
  readonly number: number;
  readonly name: string;
  readonly changes: readonly ChangedText[];
  readonly reason: string;
  readonly basis: string;
}

/** 修订对照表. */
export interface ComparisonTable {
  readonly title: string;
  /** Names of the two editions. */
  readonly before: string;
  readonly after: string;
  readonly rows: readonly TableRow[];
}

export const TABLE_HEADINGS = ['序号', '条目', '原文', '修改后', '修改理由', '依据'] as const;

/**
 * The official table of a comparison: only what changed, each row with its reason.
 *
 * Refuses with `comparison-table.reason-missing` (`rows`: the names of all rows without one, `count`) where a reason is missing or blank.
 *
 * @param reasons by the `key` of `changedParts`.
 */
export function comparisonTable(
  comparison: Comparison,
  outlines: Outlines,
  reasons: ReadonlyMap<string, Reason>,
): Result<ComparisonTable> {
  const missing = partsWithoutReason(comparison, reasons);
  if (missing.length > 0) {
    const rows = missing.map(({ name }) => name).join('、');
    return refuse('comparison-table.reason-missing', { rows, count: missing.length });
  }
  const rows = changedParts(comparison, outlines).map(({ key, name, changes, cites }, index) => {
    const { reason = '', basis = '' } = reasons.get(key) ?? {};
    return { number: index + 1, name, changes, reason, basis: basis === '' ? cites : basis };
  });
  const { before, after } = comparison;
  return ok({ title: `${titleLines(outlines.after)[0] ?? ''}修订对照表`, before, after, rows });
}

/** The parts whose reason is missing or blank, in the order of the table. */
export function partsWithoutReason(comparison: Comparison, reasons: ReadonlyMap<string, Reason>): PartName[] {
  return namedParts(comparison).filter(({ key }) => (reasons.get(key)?.reason ?? '').trim() === '');
}

/** The cells of a row under `TABLE_HEADINGS`: what was struck is marked on the side of the old text, what was put in on that of the new one. */
export function cellsOf({ number, name, changes, reason, basis }: TableRow): Run[][] {
  return [
    [{ text: String(number) }],
    [{ text: name }],
    sideOf(changes, 'delete'),
    sideOf(changes, 'insert'),
    [{ text: reason }],
    [{ text: basis }],
  ];
}

const NOTHING: readonly Run[] = [{ text: '（无）' }];

function sideOf(changes: readonly ChangedText[], mark: 'delete' | 'insert'): Run[] {
  const textOf = mark === 'delete' ? beforeOf : afterOf;
  const shown = changes.filter(({ segments }) => textOf(segments) !== '');
  if (shown.length === 0) return [...NOTHING];
  return shown.flatMap(({ label, segments }, index): Run[] => [
    { text: `${index > 0 ? '\n' : ''}${label}：`, mark: 'label' },
    ...segments.flatMap((segment) => runOf(segment, mark)),
  ]);
}

function runOf({ op, text }: Segment, mark: 'delete' | 'insert'): Run[] {
  if (op === 'equal') return [{ text }];
  return op === mark ? [{ text, mark }] : [];
}
