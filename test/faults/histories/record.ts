import { Client as Database } from 'pg';
import type { TinyEdition } from './world.ts';

export interface TextRow {
  readonly id: string;
  readonly content: string;
  readonly standard: string;
}

/** One act as the ledger has it, in the ledger's order. */
export interface Act {
  readonly seq: number;
  readonly action: string;
  readonly amendmentId: string;
  readonly actorId: string;
  readonly toState: string | null;
  /** What was submitted, approved or merged. */
  readonly contentHash: string | null;
}

export interface AmendmentRow {
  readonly id: string;
  readonly state: string;
  readonly editId: string;
  readonly editVersion: number;
  readonly base: TextRow;
  readonly proposed: TextRow;
  /** The hash of what was submitted before the history began. */
  readonly startHash: string | null;
  readonly createdById: string;
}

/** An edition as it stands after its history. */
export interface EditionRow {
  readonly id: string;
  readonly state: string;
  readonly treeHash: string;
  /** Hash of the outline as it really is. */
  readonly standing: string;
  readonly text: TextRow;
  /** Amendments in the order in which they were merged. */
  readonly merges: readonly string[];
  readonly publications: readonly { readonly treeHash: string; readonly publisherId: string }[];
  readonly contributors: readonly string[];
}

export interface Record {
  readonly acts: ReadonlyMap<string, readonly Act[]>;
  readonly amendments: ReadonlyMap<string, AmendmentRow>;
  readonly editions: ReadonlyMap<string, EditionRow>;
  readonly ledgerBreaks: number;
}

/** Reads what the database says of all histories, in a few statements. */
export async function readRecord(adminUrl: string, editions: readonly TinyEdition[]): Promise<Record> {
  const database = new Database({ connectionString: adminUrl });
  await database.connect();
  const amendmentIds = editions.flatMap((edition) => edition.amendments.map(({ id }) => id));
  const acts = await database.query<Act>(ACTS, [amendmentIds]);
  const amendments = await database.query<AmendmentRow>(AMENDMENTS, [amendmentIds]);
  const rows = await database.query<EditionRow>(EDITIONS, [editions.map(({ editionId }) => editionId)]);
  const breaks = await database.query<{ count: number }>(BREAKS);
  await database.end();
  return {
    acts: Map.groupBy(acts.rows, ({ amendmentId }) => amendmentId),
    amendments: new Map(amendments.rows.map((row) => [row.id, row])),
    editions: new Map(rows.rows.map((row) => [row.id, row])),
    ledgerBreaks: breaks.rows[0]?.count ?? 0,
  };
}

const TEXT = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'content', ${alias}.content, 'standard', ${alias}.standard)`;

// An event's id stands in its payload behind the frames of `event` and of its own length.
const ACTS = `
  SELECT l.seq::int, l.action, a.amendment_id AS "amendmentId", l.actor_id AS "actorId", a.to_state AS "toState",
    coalesce(l.after_hash, a.data::json ->> 'contentHash') AS "contentHash"
  FROM ledger_event l JOIN LATERAL (
    SELECT r.amendment_id, NULL AS to_state, NULL AS data FROM revision r
      WHERE l.action = 'revision.written' AND r.id = l.subject_id::uuid AND r.merged_with_id IS NULL
    UNION ALL SELECT l.subject_id::uuid, NULL, NULL WHERE l.action = 'approval.given'
    UNION ALL SELECT e.amendment_id, e.to_state, e.data FROM event e
      WHERE l.action LIKE 'amendment.%' AND l.payload LIKE '5:event,%' AND e.id = substr(l.payload, 12, 36)::uuid AND e.outcome = 'ok'
  ) a ON a.amendment_id = ANY($1) ORDER BY l.seq`;

const AMENDMENTS = `
  SELECT a.id, a.state, e.id AS "editId", e.version AS "editVersion", ${TEXT('b')} AS base, ${TEXT('p')} AS proposed,
    d.content_hash AS "startHash", a.created_by_id AS "createdById"
  FROM amendment a JOIN amendment_edit e ON e.amendment_id = a.id JOIN revision b ON b.id = e.base_revision_id
  JOIN revision p ON p.id = e.proposed_revision_id
  LEFT JOIN amendment_draft d ON d.amendment_id = a.id AND d.number = 1 AND d.edits = '[]'
  WHERE a.id = ANY($1)`;

const EDITIONS = `
  SELECT e.id, e.state, c.tree_hash AS "treeHash", dingben_tree_hash(e.id) AS standing, ${TEXT('r')} AS text,
    (SELECT coalesce(json_agg(m.amendment_id ORDER BY m.number), '[]') FROM commit m
      WHERE m.edition_id = e.id AND m.kind = 'merge') AS merges,
    (SELECT coalesce(json_agg(json_build_object('treeHash', p.tree_hash, 'publisherId', p.publisher_id)), '[]')
      FROM publication p WHERE p.edition_id = e.id) AS publications,
    (SELECT coalesce(json_agg(x.account_id), '[]') FROM edition_participant x
      WHERE x.edition_id = e.id AND x.role = 'contributor') AS contributors
  FROM edition e JOIN commit c ON c.id = e.head_commit_id JOIN placement p ON p.edition_id = e.id
  JOIN revision r ON r.id = p.revision_id WHERE e.id = ANY($1)`;

const BREAKS = `
  SELECT count(*)::int AS count FROM (
    SELECT seq, prev_hash, lag(hash) OVER (ORDER BY seq) AS before, lag(seq) OVER (ORDER BY seq) AS last FROM ledger_event) l
  WHERE (before IS NOT NULL AND prev_hash <> before) OR seq <> coalesce(last, 0) + 1`;
