import type { EditionState } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { offsetOf } from '../../platform/http/list.js';
import type { Tx } from '../../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';
import type { EditionSummary, EditionsQuery } from '../dto/edition.dto.js';

/** An edition's row under lock, with what an event on it is judged by. */
export interface LockedEdition {
  readonly id: string;
  readonly standardId: string;
  readonly label: string;
  readonly state: EditionState;
  readonly version: number;
  readonly basedOnId: string | null;
  readonly headCommitId: string;
  readonly treeHash: string;
  readonly effectiveDate: string | null;
}

/** What is known about a person and an edition. */
export interface Standing {
  readonly isContributor: boolean;
  /** Who scheduled it; null while it is not scheduled. */
  readonly requestedById: string | null;
  readonly openDraftExists: boolean;
  /** A plan to publish it waits for its moment. */
  readonly isPlanned: boolean;
  /** Now, ISO 8601 in UTC, and today in Beijing. */
  readonly now: string;
  readonly today: string;
}

/** What an event writes on the edition's row. */
export interface Step {
  readonly state: EditionState;
  readonly eventId: string;
  /** Left as it is where undefined. */
  readonly effectiveDate?: string | null;
}

const SUMMARY = `SELECT e.id::text, e.standard_id::text AS "standardId", s.title AS "standardTitle", e.label, e.kind, e.origin, e.state,
    e.version, CASE WHEN b.id IS NULL THEN NULL ELSE json_build_object('id', b.id, 'label', b.label) END AS "basedOn",
    json_build_object('id', c.id, 'number', c.number, 'treeHash', c.tree_hash,
      'at', to_char(c.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) AS head,
    e.effective_date::text AS "effectiveDate",
    json_build_object(
      'entries', (SELECT count(*) FROM placement p JOIN revision r ON r.id = p.revision_id
        WHERE p.edition_id = e.id AND r.content IS NOT NULL),
      'changed', (SELECT count(*) FROM placement p LEFT JOIN placement q ON q.edition_id = e.based_on_id AND q.service_id = p.service_id
        WHERE e.based_on_id IS NOT NULL AND p.edition_id = e.id AND q.revision_id IS DISTINCT FROM p.revision_id),
      'openAmendments', (SELECT count(*) FROM amendment a
        WHERE a.edition_id = e.id AND a.state IN ('draft', 'submitted', 'approved', 'changes_requested')),
      'mergedAmendments', (SELECT count(*) FROM amendment a WHERE a.edition_id = e.id AND a.state = 'merged'),
      'openFindings', (SELECT count(*) FROM finding f WHERE f.edition_id = e.id AND f.state = 'open')) AS counts,
    to_char(e.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "createdAt"
  FROM edition e JOIN standard s ON s.id = e.standard_id JOIN commit c ON c.id = e.head_commit_id
    LEFT JOIN edition b ON b.id = e.based_on_id`;

const MATCHING = 'WHERE ($1::uuid IS NULL OR e.standard_id = $1) AND ($2::text IS NULL OR e.state = $2)';
const ONE: HotStatement = { name: 'edition_one', text: `${SUMMARY} WHERE e.id = $1` };
const COUNT: HotStatement = { name: 'edition_count', text: `SELECT count(*)::int AS total FROM edition e ${MATCHING}` };

const CORRIGENDA: HotStatement = {
  name: 'edition_corrigenda',
  text: `SELECT id::text, label, state FROM edition WHERE based_on_id = $1::uuid AND kind = 'corrigendum' ORDER BY created_at, id`,
};

const STANDING: HotStatement = {
  name: 'edition_standing',
  text: `SELECT EXISTS (SELECT FROM edition_participant x
      WHERE x.edition_id = e.id AND x.account_id = $2::uuid AND x.role = 'contributor') AS "isContributor",
    (SELECT v.actor_id::text FROM event v WHERE e.state = 'scheduled' AND v.edition_id = e.id AND v.subject_id = e.id
      AND v.from_state = 'finalising' AND v.to_state = 'scheduled' ORDER BY v.at DESC LIMIT 1) AS "requestedById",
    EXISTS (SELECT FROM publication_plan n WHERE n.edition_id = e.id AND n.state = 'waiting') AS "isPlanned",
    to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS now,
    (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today,
    EXISTS (SELECT FROM edition o WHERE o.standard_id = e.standard_id
      AND o.state IN ('drafting', 'consulting', 'finalising', 'scheduled')) AS "openDraftExists"
    FROM edition e WHERE e.id = $1::uuid`,
};

@Injectable()
export class EditionsRepository {
  constructor(private readonly reads: HotReads) {}

  async list(query: EditionsQuery): Promise<{ items: EditionSummary[]; total: number }> {
    const matching = [query.standardId ?? null, query.state ?? null];
    const column = query.sort === 'label' ? 'e.label' : 'e.created_at';
    const direction = query.order === 'asc' ? 'ASC' : 'DESC';
    const page: HotStatement = {
      name: `edition_list_${query.sort}_${query.order}`,
      text: `${SUMMARY} ${MATCHING} ORDER BY ${column} ${direction}, e.id LIMIT $3 OFFSET $4`,
    };
    const [items, count] = await Promise.all([
      this.reads.rows<EditionSummary>(page, [...matching, query.perPage, offsetOf(query)]),
      this.reads.row<{ total: number }>(COUNT, matching),
    ]);
    return { items, total: count?.total ?? 0 };
  }

  summary(id: string): Promise<EditionSummary | null> {
    return this.reads.row<EditionSummary>(ONE, [id]);
  }

  /** Editions that correct this one. */
  corrigenda(id: string): Promise<{ id: string; label: string; state: EditionState }[]> {
    return this.reads.rows(CORRIGENDA, [id]);
  }

  /** As the database has it outside of a transaction: for showing, not for deciding. */
  standing(id: string, accountId: string): Promise<Standing | null> {
    return this.reads.row<Standing>(STANDING, [id, accountId]);
  }

  /** The same inside the transaction that decides. The statement is a constant; the values travel apart from it. */
  async standingIn(tx: Tx, id: string, accountId: string): Promise<Standing> {
    const [row] = await tx.$queryRawUnsafe<Standing[]>(STANDING.text, id, accountId);
    if (row === undefined) throw new Error(`edition ${id} is locked but not there`);
    return row;
  }

  /**
   * The edition with its row locked until the transaction ends; null where there is none. Locked first and read in a
   * statement of its own: one that waits for a merge would look for the new head among the commits of before, and find none.
   */
  async lock(tx: Tx, id: string): Promise<LockedEdition | null> {
    await tx.$executeRaw`SELECT FROM edition WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    const [row] = await tx.$queryRaw<LockedEdition[]>`
      SELECT e.id::text, e.standard_id::text AS "standardId", e.label, e.state, e.version, e.based_on_id::text AS "basedOnId",
        e.head_commit_id::text AS "headCommitId", c.tree_hash AS "treeHash", e.effective_date::text AS "effectiveDate"
      FROM edition e JOIN commit c ON c.id = e.head_commit_id WHERE e.id = ${id}::uuid`;
    return row ?? null;
  }

  async step(tx: Tx, id: string, { state, eventId, effectiveDate }: Step): Promise<void> {
    const date = effectiveDate === undefined ? Prisma.sql`effective_date` : Prisma.sql`${effectiveDate}::date`;
    await tx.$executeRaw`
      UPDATE edition SET state = ${state}, last_event_id = ${eventId}::uuid, version = version + 1, effective_date = ${date}
      WHERE id = ${id}::uuid`;
  }

  async newId(tx: Tx): Promise<string> {
    const [row] = await tx.$queryRaw<{ id: string }[]>`SELECT uuidv7()::text AS id`;
    if (row === undefined) throw new Error('the database made no id');
    return row.id;
  }
}
