import type { ApprovedContent, LedgerEvent } from '@dingben/ledger';
import type { RevisionText } from '@dingben/outline/hash';
import { Injectable } from '@nestjs/common';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';

/** A publication as its bundle needs it; its files are read one by one. */
export interface PublishedEdition {
  readonly editionId: string;
  readonly manifest: string;
  readonly manifestHash: string;
}

/** pg gives bigints as text; they stay far below 2^53. */
type EventRow = Omit<LedgerEvent, 'seq' | 'atUs'> & { seq: string; atUs: string };

const PUBLISHED: HotStatement = {
  name: 'proof_publication',
  text: `SELECT edition_id::text AS "editionId", manifest, manifest_hash AS "manifestHash" FROM publication WHERE edition_id = $1`,
};

const MERGED = `SELECT a.id, a.title, a.reason_class, a.rationale, a.legal_basis, c.number, c.content_hash
  FROM amendment a JOIN commit c ON c.id = a.merged_commit_id WHERE a.edition_id = $1 AND a.state = 'merged'`;

/** What an approval approved, in the order of merging. */
const AMENDMENTS: HotStatement = {
  name: 'proof_amendments',
  text: `SELECT m.id::text, json_build_object('title', m.title, 'reasonClass', m.reason_class, 'rationale', m.rationale,
      'legalBasis', m.legal_basis, 'edits', (
        SELECT COALESCE(json_agg(json_build_object('serviceId', e.service_id, 'kind', e.kind, 'baseRevisionId', e.base_revision_id,
          'proposedHash', r.content_hash, 'sectionKey', e.section_key, 'parentServiceId', e.parent_service_id,
          'afterServiceId', e.after_service_id) ORDER BY e.service_id, e.kind), '[]')
        FROM amendment_edit e LEFT JOIN revision r ON r.id = e.proposed_revision_id WHERE e.amendment_id = m.id)) AS content
    FROM (${MERGED}) m ORDER BY m.number`,
};

/** Texts that amendments of the edition joined, with the two that each was joined from. */
const JOINED = `SELECT r.id AS joined, r.merged_with_id AS stood, e.proposed_revision_id AS proposed
  FROM (${MERGED}) m JOIN revision r ON r.amendment_id = m.id AND r.merged_with_id IS NOT NULL
    JOIN amendment_edit e ON e.amendment_id = m.id AND e.service_id = r.service_id AND e.proposed_revision_id IS NOT NULL`;

const TEXTS: HotStatement = {
  name: 'proof_texts',
  text: `SELECT DISTINCT ON (t.content_hash) t.title, CASE WHEN t.content IS NULL THEN NULL ELSE json_build_object(
      'targetGroup', t.target_group, 'content', t.content, 'standard', t.standard, 'funding', t.funding,
      'leadAgency', t.lead_agency) END AS provisions
    FROM (${JOINED}) j JOIN revision t ON t.id IN (j.joined, j.stood, j.proposed) ORDER BY t.content_hash`,
};

/** $2: revisions of the base that the published text no longer has. */
const EVENTS: HotStatement = {
  name: 'proof_events',
  text: `WITH merged AS (${MERGED}), wanted AS (
      SELECT e.proposed_revision_id::text AS id FROM merged m JOIN amendment_edit e ON e.amendment_id = m.id
      UNION SELECT unnest(ARRAY[j.joined, j.stood, j.proposed])::text FROM (${JOINED}) j
      UNION SELECT unnest($2::text[]))
    SELECT seq, prev_hash AS "prevHash", hash, algorithm, form, at_us AS "atUs", actor_id AS "actorId", action, outcome,
      subject_type AS "subjectType", subject_id AS "subjectId", before_hash AS "beforeHash", after_hash AS "afterHash",
      request_id AS "requestId", payload
    FROM ledger_event l
    WHERE (l.subject_type = 'edition' AND l.subject_id = $1::text AND l.action IN ('commit.made', 'publication.made'))
      OR (l.subject_type = 'revision' AND l.subject_id IN (SELECT id FROM wanted))
      OR (l.subject_type = 'amendment' AND l.action = 'approval.given'
        AND (l.subject_id, l.after_hash) IN (SELECT id::text, content_hash FROM merged))
    ORDER BY seq`,
};

@Injectable()
export class ProofRepository {
  constructor(private readonly reads: HotReads) {}

  published(editionId: string): Promise<PublishedEdition | null> {
    return this.reads.row<PublishedEdition>(PUBLISHED, [editionId]);
  }

  amendments(editionId: string): Promise<{ id: string; content: ApprovedContent }[]> {
    return this.reads.rows(AMENDMENTS, [editionId]);
  }

  texts(editionId: string): Promise<{ title: string; provisions: RevisionText['provisions'] }[]> {
    return this.reads.rows(TEXTS, [editionId]);
  }

  async events(editionId: string, goneRevisionIds: readonly string[]): Promise<LedgerEvent[]> {
    const rows = await this.reads.rows<EventRow>(EVENTS, [editionId, goneRevisionIds]);
    return rows.map((row) => ({ ...row, seq: Number(row.seq), atUs: Number(row.atUs) }));
  }
}
