import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';
import type { CommitChange } from './undo.js';
import type { PlacementRow, RevisionInfo, SectionRow } from './tree.js';

/** The latest commit of an edition, and a stamp that changes whenever an account's name or a text's references could have. */
export interface Head {
  readonly editionId: string;
  readonly commitId: string;
  readonly people: string;
}

export interface CommitRow {
  readonly id: string;
  readonly editionId: string;
  readonly number: number;
  readonly treeHash: string;
}

/** Everything that places an edition's entries, read by one statement and so from one snapshot. */
export interface PlacedRows {
  readonly commit: CommitRow;
  readonly sections: readonly SectionRow[];
  readonly placements: readonly PlacementRow[];
}

interface InfoRow {
  readonly id: string;
  readonly title: string;
  readonly contentHash: string;
  readonly leaf: boolean;
  readonly marks: readonly (readonly [kind: string, key: string])[] | null;
}

const HEADS: HotStatement = {
  name: 'outline_heads',
  text: `SELECT id::text AS "editionId", head_commit_id::text AS "commitId",
      (SELECT sum(version)::text FROM account) || '.' || (SELECT version::text FROM reference_stamp) AS people
    FROM edition WHERE id = ANY($1::uuid[])`,
};

const PLACED: HotStatement = {
  name: 'outline_placed',
  text: `SELECT json_build_object('id', c.id, 'editionId', c.edition_id, 'number', c.number, 'treeHash', c.tree_hash) AS commit,
      (SELECT COALESCE(json_agg(json_build_object('key', s.key, 'parentKey', above.key, 'kind', s.kind, 'title', s.title,
          'restored', s.restored, 'position', s.position)), '[]')
        FROM section s LEFT JOIN section above ON above.id = s.parent_id WHERE s.edition_id = e.id) AS sections,
      (SELECT COALESCE(json_agg(json_build_object('serviceId', p.service_id, 'code', v.code, 'sectionKey', s.key,
          'parentServiceId', p.parent_service_id, 'position', p.position, 'revisionId', p.revision_id)), '[]')
        FROM placement p JOIN section s ON s.id = p.section_id JOIN service v ON v.id = p.service_id
        WHERE p.edition_id = e.id) AS placements
    FROM edition e JOIN commit c ON c.id = e.head_commit_id WHERE e.id = $1`,
};

/** The marks are gathered in one pass, and not for each revision: without statistics that took seconds. */
const REVISIONS: HotStatement = {
  name: 'outline_revisions',
  text: `SELECT r.id::text, r.title, r.content_hash AS "contentHash", r.content IS NOT NULL AS leaf, m.marks
    FROM revision r LEFT JOIN (
      SELECT x.revision_id, json_agg(json_build_array(x.kind, x.key) ORDER BY x.ordinal) AS marks FROM reference x
      WHERE x.revision_id = ANY($1::uuid[]) AND x.kind IN ('agency', 'funding') GROUP BY x.revision_id) AS m ON m.revision_id = r.id
    WHERE r.id = ANY($1::uuid[])`,
};

const BASE: HotStatement = {
  name: 'outline_base',
  text: `SELECT p.service_id::text AS "serviceId", p.revision_id::text AS "revisionId"
    FROM edition e JOIN placement p ON p.edition_id = e.based_on_id WHERE e.id = $1`,
};

const COMMIT = `SELECT id::text, edition_id::text AS "editionId", number, tree_hash AS "treeHash" FROM commit`;
const COMMIT_BY_NUMBER: HotStatement = {
  name: 'outline_commit_number',
  text: `${COMMIT} WHERE edition_id = $1 AND number = $2`,
};
const COMMIT_BY_ID: HotStatement = { name: 'outline_commit_id', text: `${COMMIT} WHERE id = $1` };

const CHANGES: HotStatement = {
  name: 'outline_changes',
  text: `SELECT c.number, ch.service_id::text AS "serviceId", v.code, ch.before, ch.after
    FROM commit c JOIN commit_change ch ON ch.commit_id = c.id JOIN service v ON v.id = ch.service_id
    WHERE c.edition_id = $1 AND c.number > $2 AND c.number <= $3
    ORDER BY c.number DESC, ch.ordinal DESC`,
};

@Injectable()
export class OutlineRepository {
  constructor(private readonly reads: HotReads) {}

  /** One small indexed query for any number of editions: what a hot request asks of the database. */
  async heads(editionIds: readonly string[]): Promise<Head[]> {
    return this.reads.rows<Head>(HEADS, [editionIds]);
  }

  async placed(editionId: string): Promise<PlacedRows | null> {
    return this.reads.row<PlacedRows>(PLACED, [editionId]);
  }

  async revisions(ids: readonly string[]): Promise<RevisionInfo[]> {
    const rows = await this.reads.rows<InfoRow>(REVISIONS, [ids]);
    // Thousands of entries name the same few agencies and sources: one string for each.
    const names = new Map<string, string>();
    return rows.map(({ marks, ...row }) => ({
      ...row,
      agencies: keys(marks, 'agency', names),
      funding: keys(marks, 'funding', names),
    }));
  }

  /** Revisions of the edition that this one was forked from, by service; empty where it was not forked. */
  async baseRevisions(editionId: string): Promise<Map<string, string>> {
    const rows = await this.reads.rows<{ serviceId: string; revisionId: string }>(BASE, [editionId]);
    return new Map(rows.map((row) => [row.serviceId, row.revisionId]));
  }

  commitByNumber(editionId: string, number: number): Promise<CommitRow | null> {
    return this.reads.row<CommitRow>(COMMIT_BY_NUMBER, [editionId, number]);
  }

  commitById(id: string): Promise<CommitRow | null> {
    return this.reads.row<CommitRow>(COMMIT_BY_ID, [id]);
  }

  /** What happened in an edition after one commit, up to and with another, newest first. */
  changesBetween(editionId: string, after: number, upTo: number): Promise<CommitChange[]> {
    return this.reads.rows<CommitChange>(CHANGES, [editionId, after, upTo]);
  }
}

function keys(marks: InfoRow['marks'], kind: string, names: Map<string, string>): string[] {
  const found = new Set((marks ?? []).filter(([of]) => of === kind).map(([, key]) => key));
  return [...found].map((name) => {
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  });
}
