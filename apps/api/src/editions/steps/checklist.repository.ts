import type { Role } from '@dingben/workflow';
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
  'checklist.comments',
  'checklist.legal-basis',
  'checklist.repealed-regulations',
] as const;
export type ChecklistCode = (typeof CHECKLIST_CODES)[number];

export interface ChecklistLink {
  /** `findings`: those of the edition with the id. */
  readonly kind: 'amendment' | 'finding' | 'findings' | 'edition' | 'entry' | 'regulation';
  readonly id: string;
  readonly label: string;
  /** Who is at work on it, by name; empty where it is nobody's yet. */
  readonly people: readonly string[];
}

export interface ChecklistItem {
  readonly code: ChecklistCode;
  readonly blocking: boolean;
  readonly count: number;
  /** Whose work clears it. */
  readonly clearedBy: readonly Role[];
  readonly links: readonly ChecklistLink[];
}

interface NamedAmendment {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly people: readonly string[];
}

interface Warnings {
  readonly comments: readonly (NamedAmendment & { readonly open: number })[];
  readonly baseless: readonly NamedAmendment[];
  readonly repealed: readonly { readonly id: string; readonly title: string; readonly number: string }[];
}

interface Row {
  readonly amendments: readonly NamedAmendment[];
  readonly findings: readonly { readonly id: string; readonly entry: string | null; readonly code: string }[];
  readonly dated: boolean;
  readonly ready: boolean;
  readonly label: string;
  readonly empty: number;
  readonly warnings: number;
  readonly proofread: boolean;
}

/** Who is to act on an amendment next, where that is a matter of persons and not of a role: its authors. */
const AT_WORK = `(SELECT COALESCE(json_agg(c.name ORDER BY c.name), '[]') FROM participant w JOIN account c ON c.id = w.account_id
    WHERE w.amendment_id = a.id AND w.role = 'author' AND a.state IN ('draft', 'changes_requested'))`;

const OPEN: HotStatement = {
  name: 'edition_checklist',
  text: `SELECT e.label, e.effective_date IS NOT NULL AS dated, e.state IN ('finalising', 'scheduled') AS ready,
      (SELECT COALESCE(json_agg(json_build_object('id', a.id, 'number', a.number, 'title', a.title, 'people', ${AT_WORK}) ORDER BY a.number), '[]')
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

/** What is worth a look and bars nothing: read for the list alone, not for every reader of an edition. */
const WARNINGS: HotStatement = {
  name: 'edition_checklist_warnings',
  text: `SELECT
      (SELECT COALESCE(json_agg(json_build_object('id', a.id, 'number', a.number, 'title', a.title, 'open', o.open, 'people', '[]'::json)
          ORDER BY a.number), '[]')
        FROM amendment a JOIN (SELECT amendment_id, count(*)::int AS open FROM comment
          WHERE resolved_at IS NULL AND parent_id IS NULL GROUP BY amendment_id) o ON o.amendment_id = a.id
        WHERE a.edition_id = $1::uuid AND a.state NOT IN ('withdrawn', 'rejected')) AS comments,
      (SELECT COALESCE(json_agg(json_build_object('id', a.id, 'number', a.number, 'title', a.title, 'people', '[]'::json)
          ORDER BY a.number), '[]')
        FROM amendment a WHERE a.edition_id = $1::uuid AND a.state = 'merged' AND btrim(a.legal_basis) = '') AS baseless,
      (SELECT COALESCE(json_agg(json_build_object('id', g.id, 'title', g.title, 'number', g.number) ORDER BY g.title, g.id), '[]')
        FROM (SELECT DISTINCT r.id, r.title, x.data ->> 'number' AS number
          FROM placement p JOIN reference x ON x.revision_id = p.revision_id AND x.kind = 'citation'
            JOIN regulation r ON r.status IN ('repealed', 'expired') AND r.merged_into_id IS NULL
              AND x.data ->> 'number' = ANY (r.numbers)
          WHERE p.edition_id = $1::uuid) g) AS repealed`,
};

/** What an edition still needs before it can be published. */
@Injectable()
export class ChecklistRepository {
  constructor(private readonly reads: HotReads) {}

  async items(editionId: string): Promise<ChecklistItem[] | null> {
    const row = await this.reads.row<Row>(OPEN, [editionId]);
    return row && itemsOf(row, editionId);
  }

  /** Everything, with what bars nothing; null where there is no such edition. */
  async whole(editionId: string): Promise<ChecklistItem[] | null> {
    const [items, warnings] = await Promise.all([
      this.items(editionId),
      this.reads.row<Warnings>(WARNINGS, [editionId]),
    ]);
    return items === null || warnings === null ? items : [...items, ...warningsOf(warnings)];
  }

  /** Inside the transaction that decides. The statement is a constant; the value travels apart from it. */
  async itemsIn(tx: Tx, editionId: string): Promise<ChecklistItem[]> {
    const [row] = await tx.$queryRawUnsafe<Row[]>(OPEN.text, editionId);
    if (row === undefined) throw new Error(`edition ${editionId} is locked but not there`);
    return itemsOf(row, editionId);
  }
}

const WRITERS: readonly Role[] = ['editor', 'liaison', 'reviewer'];
const ANSWERERS: readonly Role[] = ['editor', 'reviewer'];

function item(
  code: ChecklistCode,
  count: number,
  clearedBy: readonly Role[],
  links: readonly ChecklistLink[],
  blocking = true,
): ChecklistItem {
  return { code, blocking, count, clearedBy, links: count === 0 ? [] : links };
}

function itemsOf(row: Row, editionId: string): ChecklistItem[] {
  const edition: ChecklistLink[] = [{ kind: 'edition', id: editionId, label: row.label, people: [] }];
  const findings: ChecklistLink[] = [{ kind: 'findings', id: editionId, label: row.label, people: [] }];
  const errors = row.findings.map(({ id, entry, code }) => ({
    kind: 'finding' as const,
    id,
    label: entry ?? code,
    people: [],
  }));
  return [
    item('checklist.open-amendments', row.amendments.length, WRITERS, row.amendments.map(amendmentLink)),
    item('checklist.error-findings', row.findings.length, ANSWERERS, errors),
    item('checklist.effective-date', row.dated ? 0 : 1, ANSWERERS, edition),
    item('checklist.state', row.ready ? 0 : 1, ['editor'], edition),
    item('checklist.empty-provisions', row.empty, ['editor'], edition, false),
    item('checklist.warning-findings', row.warnings, ANSWERERS, findings, false),
    item('checklist.proofreading', row.proofread ? 0 : 1, ANSWERERS, findings, false),
  ];
}

function warningsOf({ comments, baseless, repealed }: Warnings): ChecklistItem[] {
  const open = comments.reduce((sum, each) => sum + each.open, 0);
  const regulations = repealed.map(({ id, title, number }) => ({
    kind: 'regulation' as const,
    id,
    label: `《${title}》（${number}）`,
    people: [],
  }));
  return [
    item('checklist.comments', open, WRITERS, comments.map(amendmentLink), false),
    item('checklist.legal-basis', baseless.length, ['editor'], baseless.map(amendmentLink), false),
    item('checklist.repealed-regulations', repealed.length, ['editor'], regulations, false),
  ];
}

function amendmentLink({ id, number, title, people }: NamedAmendment): ChecklistLink {
  return { kind: 'amendment', id, label: `${number} ${title}`, people };
}

/** Blocking items that are open, without the state, which the transition table judges. */
export function openItems(items: readonly ChecklistItem[], state: string): number {
  // Scheduling is what gives the date.
  const settled: readonly ChecklistCode[] =
    state === 'scheduled' ? ['checklist.state'] : ['checklist.state', 'checklist.effective-date'];
  return items.filter(({ code, blocking, count }) => blocking && count > 0 && !settled.includes(code)).length;
}
