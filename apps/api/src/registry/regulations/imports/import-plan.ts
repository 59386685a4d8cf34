import { canonicalJson } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';
import { planImport, type ImportPlan, type PlannedRow } from '@dingben/registry';
import { ProblemError, fromRefusal } from '../../../platform/http/problem.js';
import { refOf } from '../regulation.mapper.js';
import type { RegulationRow } from '../regulations.repository.js';
import type { ImportCounts, ImportPreviewDto, ImportRowDto, NearDto } from './import.dto.js';
import type { ReadTable, TableAnswer } from './protocol.js';

/** The table of an answer; 422 with the reason where it is none. */
export function tableOf(answer: TableAnswer): ReadTable {
  if (answer.ok) return answer.value;
  throw new ProblemError(422, answer.problem.code, { params: answer.problem.params });
}

/** What the table would do to these rows. 422 `table.empty`, `table.no-title-column`. */
export function planOf({ rows }: ReadTable, regulations: readonly RegulationRow[]): ImportPlan {
  const plan = planImport(rows, regulations);
  if (!('flaw' in plan)) return plan;
  if (plan.flaw === 'table.empty') throw new ProblemError(422, 'table.empty');
  throw new ProblemError(422, 'table.no-title-column');
}

/** The fingerprint of what a plan does; what it only points out does not count. */
export function digestOf({ rows }: ImportPlan): string {
  const done = rows.map(({ action, changes, content, flaw, line, regulationId, title }) => {
    return { action, changes, content, flaw: flaw?.code ?? null, line, regulationId, title };
  });
  return sha256(canonicalJson(done));
}

/** Refuses with 409 `table.preview-changed` a plan that is not the one that was seen. */
export function checkSeen(plan: ImportPlan, digest: string): void {
  if (digestOf(plan) !== digest) throw fromRefusal({ code: 'table.preview-changed' });
}

export function previewDto(
  table: ReadTable,
  plan: ImportPlan,
  regulations: readonly RegulationRow[],
): ImportPreviewDto {
  const byId = new Map(regulations.map((row) => [row.id, row]));
  const { certain, encoding, form } = table;
  const { ignoredColumns, rows } = plan;
  return {
    form,
    encoding,
    certain,
    digest: digestOf(plan),
    ignoredColumns,
    counts: countsOf(rows),
    rows: rows.map((row) => rowDto(row, byId)),
  };
}

function countsOf(rows: readonly PlannedRow[]): ImportCounts {
  const count = (action: PlannedRow['action']): number => rows.filter((row) => row.action === action).length;
  return {
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    unusable: count('unusable'),
    near: rows.filter(({ near }) => near.length > 0).length,
  };
}

function rowDto(row: PlannedRow, byId: ReadonlyMap<string, RegulationRow>): ImportRowDto {
  const { action, changes, content, flaw, line, near, regulationId, title } = row;
  return {
    line,
    action,
    title,
    numbers: content?.numbers ?? [],
    issuedOn: content?.issuedOn ?? null,
    status: content?.status ?? null,
    regulationId,
    changes,
    flaw: flaw === null ? null : { code: flaw.code, params: flaw.params ?? {} },
    near: near.map(({ id, kind }): NearDto => {
      const known = byId.get(id);
      const other = id.startsWith('line:') ? Number(id.slice('line:'.length)) : null;
      return { kind, regulation: known === undefined ? null : refOf(known), line: other };
    }),
  };
}
