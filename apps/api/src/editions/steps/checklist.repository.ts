import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';

export const CHECKLIST_CODES = [
  'checklist.open-amendments',
  'checklist.error-findings',
  'checklist.effective-date',
  'checklist.state',
  'checklist.empty-provisions',
  'checklist.warning-findings',
  'checklist.proofreading',
  'checklist.missing-characters',
] as const;
export type ChecklistCode = (typeof CHECKLIST_CODES)[number];

export interface ChecklistLink {
  /** `findings`: those of the edition with the id. */
  readonly kind: 'amendment' | 'finding' | 'findings' | 'edition' | 'entry';
  readonly id: string;
  readonly label: string;
}

export interface ChecklistItem {
  readonly code: ChecklistCode;
  readonly blocking: boolean;
  readonly count: number;
  readonly links: readonly ChecklistLink[];
}

interface Row {
  readonly amendments: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  readonly findings: readonly { readonly id: string; readonly entry: string | null; readonly code: string }[];
  readonly dated: boolean;
  readonly ready: boolean;
  readonly label: string;
  readonly empty: number;
  readonly warnings: number;
  readonly proofread: boolean;
}

const OPEN: HotStatement = {
  name: 'edition_checklist',
  text: `SELECT e.label, e.effective_date IS NOT NULL AS dated, e.state IN ('finalising', 'scheduled') AS ready,
      (SELECT COALESCE(json_agg(json_build_object('id', a.id, 'number', a.number, 'title', a.title) ORDER BY a.number), '[]')
        FROM amendment a WHERE a.edition_id = e.id
          AND a.state IN ('draft', 'submitted', 'approved', 'changes_requested')) AS amendments,
      (SELECT COALESCE(json_agg(json_build_object('id', f.id, 'entry', f.entry, 'code', f.code) ORDER BY f.ordinal), '[]')
        FROM finding f WHERE f.edition_id = e.id AND f.state = 'open' AND f.severity = 'error') AS findings,
      (SELECT count(*)::int FROM placement p JOIN revision r ON r.id = p.revision_id WHERE p.edition_id = e.id
        AND '' IN (btrim(r.target_group), btrim(r.content), btrim(r.standard), btrim(r.funding), btrim(r.lead_agency))) AS empty,
      (SELECT count(*)::int FROM finding f WHERE f.edition_id = e.id AND f.state = 'open' AND f.severity = 'warning') AS warnings,
      EXISTS (SELECT FROM proofreading x JOIN commit c ON c.id = e.head_commit_id
        WHERE x.edition_id = e.id AND x.tree_hash = c.tree_hash) AS proofread
    FROM edition e WHERE e.id = $1::uuid`,
};

/** What an edition still needs before it can be published. */
@Injectable()
export class ChecklistRepository {
  constructor(private readonly reads: HotReads) {}

  async items(editionId: string): Promise<ChecklistItem[] | null> {
    const row = await this.reads.row<Row>(OPEN, [editionId]);
    return row && itemsOf(row, editionId);
  }

  /** Inside the transaction that decides. The statement is a constant; the value travels apart from it. */
  async itemsIn(tx: Tx, editionId: string): Promise<ChecklistItem[]> {
    const [row] = await tx.$queryRawUnsafe<Row[]>(OPEN.text, editionId);
    if (row === undefined) throw new Error(`edition ${editionId} is locked but not there`);
    return itemsOf(row, editionId);
  }
}

function itemsOf(row: Row, editionId: string): ChecklistItem[] {
  const edition: ChecklistLink[] = [{ kind: 'edition', id: editionId, label: row.label }];
  const findings: ChecklistLink[] = [{ kind: 'findings', id: editionId, label: row.label }];
  const item = (
    code: ChecklistCode,
    count: number,
    links: readonly ChecklistLink[],
    blocking = true,
  ): ChecklistItem => ({
    code,
    blocking,
    count,
    links: count === 0 ? [] : links,
  });
  return [
    item(
      'checklist.open-amendments',
      row.amendments.length,
      row.amendments.map(({ id, number, title }) => ({ kind: 'amendment', id, label: `${number} ${title}` })),
    ),
    item(
      'checklist.error-findings',
      row.findings.length,
      row.findings.map(({ id, entry, code }) => ({ kind: 'finding', id, label: entry ?? code })),
    ),
    item('checklist.effective-date', row.dated ? 0 : 1, edition),
    item('checklist.state', row.ready ? 0 : 1, edition),
    item('checklist.empty-provisions', row.empty, edition, false),
    item('checklist.warning-findings', row.warnings, findings, false),
    item('checklist.proofreading', row.proofread ? 0 : 1, findings, false),
  ];
}

/** Blocking items that are open, without the state, which the transition table judges. */
export function openItems(items: readonly ChecklistItem[], state: string): number {
  // Scheduling is what gives the date.
  const settled: readonly ChecklistCode[] =
    state === 'scheduled' ? ['checklist.state'] : ['checklist.state', 'checklist.effective-date'];
  return items.filter(({ code, blocking, count }) => blocking && count > 0 && !settled.includes(code)).length;
}
