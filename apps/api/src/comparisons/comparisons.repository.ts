import type { ComparableText } from '@dingben/comparison';
import type { Provisions } from '@dingben/outline';
import { Injectable } from '@nestjs/common';
import type { CommitRow } from '../editions/outline/outline.repository.js';
import type { PersonRef } from '../platform/http/person-ref.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import { referencesOf, type ReferenceItem } from '../references/reference-items.js';
import type { Ref } from './dto/ref.js';
import type { Lineage, Stretch } from './stretches.js';

/** One side of a comparison, found. */
export interface Side extends CommitRow {
  readonly label: string;
  readonly isHead: boolean;
  /** Entries with provisions, counted where both sides are equal and one is a head; null otherwise. */
  readonly leaves: number | null;
}

/** What a kept answer was made of beside the two sides. */
export interface Stamps {
  /** Of the accounts' names and of the corrections of what was read in texts. */
  readonly people: string;
  readonly confirmations: string;
}

/** A merged amendment: why the services that it changed are as they are. */
export interface Merged {
  readonly editionId: string;
  /** Of its commit. */
  readonly number: number;
  /** Of its commit, in microseconds since 1970. */
  readonly at: number;
  readonly serviceIds: readonly string[];
  readonly reason: Reason;
}

export interface Reason {
  readonly amendmentId: string;
  readonly number: number;
  readonly title: string;
  readonly reasonClass: string;
  readonly rationale: string;
  readonly legalBasis: string;
  readonly authors: readonly PersonRef[];
  readonly approvers: readonly PersonRef[];
}

/** Values one by one and not as arrays: one plan then serves all. Entries are counted only where the sides are equal. */
const SIDES: HotStatement = {
  name: 'comparison_sides',
  text: `WITH side AS MATERIALIZED (
      SELECT asked.place, c.id, c.edition_id, c.number, c.tree_hash, e.label, e.head_commit_id = c.id AS is_head
      FROM (VALUES ('before', $1::text, $2::uuid), ('after', $3, $4)) AS asked (place, kind, id)
        JOIN commit c ON c.id = CASE asked.kind WHEN 'commit' THEN asked.id ELSE (SELECT head_commit_id FROM edition WHERE id = asked.id) END
        JOIN edition e ON e.id = c.edition_id)
    SELECT s.place, s.id::text, s.edition_id::text AS "editionId", s.number, s.tree_hash AS "treeHash", s.label, s.is_head AS "isHead",
      (SELECT sum(version)::text FROM account) || '.' || (SELECT version::text FROM reference_stamp) AS people, (SELECT version::text FROM class_stamp) AS confirmations,
      CASE WHEN (SELECT min(tree_hash) = max(tree_hash) AND bool_or(is_head) FROM side) THEN (
        SELECT count(*) FILTER (WHERE (SELECT r.content IS NOT NULL FROM revision r WHERE r.id = p.revision_id))::int
        FROM placement p WHERE p.edition_id = (SELECT edition_id FROM side WHERE is_head LIMIT 1)) END AS leaves
    FROM side s`,
};

const LINEAGE: HotStatement = {
  name: 'comparison_lineage',
  text: `WITH RECURSIVE lineage AS (
      SELECT based_on_id AS id FROM edition WHERE id = $1
      UNION ALL
      SELECT b.based_on_id FROM lineage l JOIN edition b ON b.id = l.id)
    SELECT e.id::text AS "editionId", h.number FROM lineage l JOIN edition e ON e.id = l.id JOIN commit h ON h.id = e.head_commit_id`,
};

const MERGED: HotStatement = {
  name: 'comparison_merged',
  text: `SELECT c.edition_id::text AS "editionId", c.number, (extract(epoch FROM c.at) * 1000000)::float8 AS at,
      (SELECT json_agg(DISTINCT ch.service_id) FROM commit_change ch WHERE ch.commit_id = c.id AND ch.service_id IS NOT NULL) AS "serviceIds",
      json_build_object('amendmentId', a.id, 'number', a.number, 'title', a.title, 'reasonClass', a.reason_class,
        'rationale', a.rationale, 'legalBasis', a.legal_basis,
        'authors', COALESCE((SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id) FROM participant x
          JOIN account p ON p.id = x.account_id WHERE x.amendment_id = a.id AND x.role = 'author'), '[]'),
        'approvers', COALESCE((SELECT json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY v.at) FROM approval v
          JOIN account p ON p.id = v.approver_id
          WHERE v.amendment_id = a.id AND v.draft_number = a.draft_number AND v.content_hash = c.content_hash), '[]')) AS reason
    FROM unnest($1::uuid[], $2::int[], $3::int[]) AS stretch (edition_id, after, up_to)
      JOIN commit c ON c.edition_id = stretch.edition_id AND c.number > stretch.after AND c.number <= stretch.up_to
      JOIN amendment a ON a.id = c.amendment_id`,
};

/** A revision's text with what was read in it. */
export interface ReadText extends ComparableText {
  readonly id: string;
  readonly contentHash: string;
}

/** A text that was never read has no list. */
const TEXTS: HotStatement = {
  name: 'comparison_texts',
  text: `SELECT r.id::text, r.content_hash AS "contentHash", json_build_object('targetGroup', r.target_group, 'content', r.content,
      'standard', r.standard, 'funding', r.funding, 'leadAgency', r.lead_agency) AS provisions, l.items
    FROM revision r LEFT JOIN reference_list l ON l.revision_id = r.id
    WHERE r.id = ANY($1::uuid[]) AND r.content IS NOT NULL`,
};

interface TextRow {
  readonly id: string;
  readonly contentHash: string;
  readonly provisions: Provisions;
  readonly items: readonly ReferenceItem[] | null;
}

@Injectable()
export class ComparisonsRepository {
  constructor(private readonly reads: HotReads) {}

  /** Both sides in one query, with the stamps of what an answer contains beside them. A side that is not there is left out. */
  async sides(before: Ref, after: Ref): Promise<Stamps & { before?: Side; after?: Side }> {
    const values = [before.kind, before.id, after.kind, after.id];
    const rows = await this.reads.rows<Side & Stamps & { readonly place: 'before' | 'after' }>(SIDES, values);
    const { people = '', confirmations = '' } = rows[0] ?? {};
    return { ...Object.fromEntries(rows.map((row) => [row.place, row])), people, confirmations };
  }

  /** Those of these revisions that have provisions. */
  async texts(ids: readonly string[]): Promise<ReadText[]> {
    const rows = await this.reads.rows<TextRow>(TEXTS, [ids]);
    return rows.map(({ items, ...text }) => (items === null ? text : { ...text, references: referencesOf(items) }));
  }

  /** The editions that one was forked from, nearest first, each with the number of its last commit. */
  origins(editionId: string): Promise<Lineage> {
    return this.reads.rows<Lineage[number]>(LINEAGE, [editionId]);
  }

  /** Amendments that were merged in these stretches, in no order. */
  merged(stretches: readonly Stretch[]): Promise<Merged[]> {
    return this.reads.rows<Merged>(MERGED, [
      stretches.map(({ editionId }) => editionId),
      stretches.map(({ after }) => after),
      stretches.map(({ upTo }) => upTo),
    ]);
  }
}
