import { Injectable } from '@nestjs/common';
import type { PersonRef } from '../platform/http/person-ref.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';

/** One side of a comparison, found. */
export interface Side {
  readonly commitId: string;
  readonly commitNumber: number;
  readonly treeHash: string;
  readonly editionId: string;
  readonly label: string;
  readonly isHead: boolean;
  /** Entries with provisions, counted at the edition's head; null for an earlier commit. */
  readonly leaves: number | null;
}

/** Why an entry changed between the two sides. */
export interface Reason {
  readonly serviceId: string;
  readonly amendmentId: string;
  readonly number: number;
  readonly title: string;
  readonly reasonClass: string;
  readonly rationale: string;
  readonly legalBasis: string;
  readonly authors: readonly PersonRef[];
  readonly approvers: readonly PersonRef[];
}

/** Commits of one edition after a number, up to and with another. */
export interface Stretch {
  readonly editionId: string;
  readonly after: number;
  readonly upTo: number;
}

const SIDES: HotStatement = {
  name: 'comparison_sides',
  text: `SELECT asked.id AS ref, c.id::text AS "commitId", c.number AS "commitNumber", c.tree_hash AS "treeHash", e.id::text AS "editionId",
      e.label, e.head_commit_id = c.id AS "isHead",
      CASE WHEN e.head_commit_id = c.id THEN (SELECT count(*)::int FROM placement p JOIN revision r ON r.id = p.revision_id
        WHERE p.edition_id = e.id AND r.content IS NOT NULL) END AS leaves,
      (SELECT sum(version)::text FROM account) AS people
    FROM unnest($1::text[], $2::uuid[]) AS asked (kind, id)
      LEFT JOIN edition named ON asked.kind = 'edition' AND named.id = asked.id
      JOIN commit c ON c.id = CASE asked.kind WHEN 'edition' THEN named.head_commit_id ELSE asked.id END
      JOIN edition e ON e.id = c.edition_id`,
};

const LINEAGE: HotStatement = {
  name: 'comparison_lineage',
  text: `WITH RECURSIVE lineage AS (
      SELECT c.edition_id, c.number, e.based_on_id FROM commit c JOIN edition e ON e.id = c.edition_id WHERE c.id = $1
      UNION ALL
      SELECT b.id, h.number, b.based_on_id FROM lineage l JOIN edition b ON b.id = l.based_on_id JOIN commit h ON h.id = b.head_commit_id)
    SELECT edition_id::text AS "editionId", number FROM lineage`,
};

const REASONS: HotStatement = {
  name: 'comparison_reasons',
  text: `SELECT DISTINCT ch.service_id::text AS "serviceId", a.id::text AS "amendmentId", a.number, a.title, a.reason_class AS "reasonClass",
      a.rationale, a.legal_basis AS "legalBasis", c.at,
      (SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id)::text FROM participant x
        JOIN account p ON p.id = x.account_id WHERE x.amendment_id = a.id AND x.role = 'author') AS authors,
      (SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY v.at)::text FROM approval v JOIN account p ON p.id = v.approver_id
        WHERE v.amendment_id = a.id AND v.draft_number = a.draft_number AND v.content_hash = c.content_hash) AS approvers
    FROM unnest($1::uuid[], $2::int[], $3::int[]) AS stretch (edition_id, after, up_to)
      JOIN commit c ON c.edition_id = stretch.edition_id AND c.number > stretch.after AND c.number <= stretch.up_to
      JOIN amendment a ON a.id = c.amendment_id JOIN commit_change ch ON ch.commit_id = c.id
    WHERE ch.service_id = ANY($4::uuid[]) ORDER BY c.at`,
};

type ReasonRow = Omit<Reason, 'authors' | 'approvers'> & {
  readonly authors: string | null;
  readonly approvers: string | null;
};

@Injectable()
export class ComparisonsRepository {
  constructor(private readonly reads: HotReads) {}

  /** Both sides in one query, by the id asked for; with the stamp of the accounts' names. */
  async sides(refs: readonly { kind: string; id: string }[]): Promise<{ sides: Map<string, Side>; people: string }> {
    const rows = await this.reads.rows<Side & { readonly ref: string; readonly people: string }>(SIDES, [
      refs.map(({ kind }) => kind),
      refs.map(({ id }) => id),
    ]);
    return { sides: new Map(rows.map((row) => [row.ref, row])), people: rows[0]?.people ?? '' };
  }

  /** Editions that a commit goes back through, each with the number of the last commit that it contains. */
  lineage(commitId: string): Promise<{ editionId: string; number: number }[]> {
    return this.reads.rows(LINEAGE, [commitId]);
  }

  /** Amendments that changed these services in these stretches, earliest first. */
  async reasons(stretches: readonly Stretch[], serviceIds: readonly string[]): Promise<Reason[]> {
    const rows = await this.reads.rows<ReasonRow>(REASONS, [
      stretches.map(({ editionId }) => editionId),
      stretches.map(({ after }) => after),
      stretches.map(({ upTo }) => upTo),
      serviceIds,
    ]);
    return rows.map((row) => ({ ...row, authors: people(row.authors), approvers: people(row.approvers) }));
  }
}

function people(json: string | null): PersonRef[] {
  // Built by the statement above.
  return json === null ? [] : (JSON.parse(json) as PersonRef[]);
}
