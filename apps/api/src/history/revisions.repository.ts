import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';
import type { Provisions } from '@dingben/outline';
import type { PersonRef } from '../platform/http/person-ref.js';

export interface ReferenceRow {
  readonly kind: 'citation' | 'agency' | 'funding' | 'targetGroup' | 'quantity';
  readonly provision: string;
  readonly start: number;
  readonly end: number;
  readonly key: string;
  readonly data: unknown;
}

export interface AmendmentReason {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly reasonClass: string;
  readonly rationale: string;
  readonly legalBasis: string;
}

/** A revision with all that is told about it. Nothing in it changes once the revision stands in an edition. */
export interface RevisionRow {
  readonly id: string;
  readonly title: string;
  readonly provisions: Provisions | null;
  readonly contentHash: string;
  readonly author: PersonRef;
  readonly approvers: readonly PersonRef[];
  /** When it came to stand: its merge, or the import; ISO 8601 with microseconds. */
  readonly at: string;
  readonly amendment: AmendmentReason | null;
  readonly references: readonly ReferenceRow[];
}

export type RevisionText = Pick<RevisionRow, 'id' | 'title' | 'provisions' | 'contentHash'>;

const TEXTS: HotStatement = {
  name: 'revisions_texts',
  text: `SELECT json_build_object('id', r.id, 'title', r.title, 'contentHash', r.content_hash,
      'provisions', CASE WHEN r.content IS NULL THEN NULL ELSE json_build_object('targetGroup', r.target_group,
        'content', r.content, 'standard', r.standard, 'funding', r.funding, 'leadAgency', r.lead_agency) END) AS row
    FROM revision r WHERE r.id = ANY($1::uuid[])`,
};

const BY_IDS: HotStatement = {
  name: 'revisions_by_ids',
  text: `SELECT json_build_object('id', r.id, 'title', r.title, 'contentHash', r.content_hash,
      'provisions', CASE WHEN r.content IS NULL THEN NULL ELSE json_build_object('targetGroup', r.target_group,
        'content', r.content, 'standard', r.standard, 'funding', r.funding, 'leadAgency', r.lead_agency) END,
      'author', json_build_object('id', w.id, 'name', w.name),
      'approvers', (SELECT COALESCE(json_agg(json_build_object('id', p.id, 'name', p.name) ORDER BY v.at), '[]')
        FROM approval v JOIN account p ON p.id = v.approver_id
        WHERE v.amendment_id = a.id AND v.draft_number = a.draft_number AND v.content_hash = m.content_hash),
      'at', to_char(COALESCE(m.at, r.created_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
      'amendment', CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'number', a.number, 'title', a.title,
        'reasonClass', a.reason_class, 'rationale', a.rationale, 'legalBasis', a.legal_basis) END,
      'references', COALESCE(f."references", '[]')) AS row
    FROM revision r JOIN account w ON w.id = r.author_id
      LEFT JOIN (
        SELECT x.revision_id, json_agg(json_build_object('kind', x.kind, 'provision', x.provision, 'start', x.start,
          'end', x."end", 'key', x.key, 'data', x.data) ORDER BY x.ordinal) AS "references"
        FROM reference x WHERE x.revision_id = ANY($1::uuid[]) GROUP BY x.revision_id) AS f ON f.revision_id = r.id
      LEFT JOIN amendment a ON a.id = r.amendment_id LEFT JOIN commit m ON m.id = a.merged_commit_id
    WHERE r.id = ANY($1::uuid[])`,
};

@Injectable()
export class RevisionsRepository {
  constructor(private readonly reads: HotReads) {}

  async byIds(ids: readonly string[]): Promise<RevisionRow[]> {
    return (await this.reads.rows<{ row: RevisionRow }>(BY_IDS, [ids])).map(({ row }) => row);
  }

  async texts(ids: readonly string[]): Promise<RevisionText[]> {
    return (await this.reads.rows<{ row: RevisionText }>(TEXTS, [ids])).map(({ row }) => row);
  }
}
