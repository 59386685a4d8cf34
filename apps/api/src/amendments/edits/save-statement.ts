import { PROVISION_KEYS } from '@dingben/outline';
import type { Actor, CommandKey } from '../../platform/auth/actor.js';
import { arrayOf } from '../../platform/prisma/array.js';
import { etagOf } from '../../platform/http/version.js';
import type { HotStatement } from '../../platform/prisma/hot-reads.js';
import { referenceItems } from '../references-of.js';
import type { GivenText } from './edit-input.js';
import type { SeenEdit } from './saving.repository.js';

/** One save: what it was decided on, and what is to be written. */
export interface Save {
  readonly seen: SeenEdit;
  readonly text: GivenText;
  readonly contentHash: string;
  /** The answer is the new version and nothing else, so it is kept beside its key at once. */
  readonly minimal: boolean;
  readonly actor: Actor;
}

/**
 * Many saves, each of another amendment. `ready` locks those whose rows still are as they were seen and passes over what
 * somebody else holds, so that nobody waits for a stranger; `free` keeps those whose key is unspent. An edit's trigger looks
 * for its revision, which is there by then: the edit's new value is read from it.
 */
export const WRITE: HotStatement = {
  name: 'edits_save',
  text: `
    WITH asked AS MATERIALIZED (
      SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[],
          $10::uuid[], $11::uuid[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[],
          $19::int[], $20::text[], $21::jsonb[])
        AS x(amendment_id, edit_id, version, edition_state, account_id, roles, request_id, key, request_hash,
          service_id, parent_id, title, target_group, content, standard, funding, lead_agency, content_hash, status, etag, items)),
    ready AS MATERIALIZED (
      SELECT asked.*, uuidv7() AS revision_id FROM asked, LATERAL (
        SELECT FROM amendment a JOIN amendment_edit e ON e.amendment_id = a.id JOIN edition ed ON ed.id = a.edition_id
        JOIN participant p ON p.amendment_id = a.id JOIN account u ON u.id = p.account_id
        WHERE a.id = asked.amendment_id AND a.state = 'draft' AND e.id = asked.edit_id AND e.version = asked.version
          AND ed.state = asked.edition_state AND p.account_id = asked.account_id AND p.role = 'author'
          AND u.active AND array_to_string(u.roles, ',') = asked.roles
        LIMIT 1 FOR NO KEY UPDATE OF a, e SKIP LOCKED) AS held),
    claim AS (
      INSERT INTO idempotency_key (account_id, key, request_hash, status, body, etag)
      SELECT account_id, key, request_hash, status, CASE WHEN status IS NOT NULL THEN '' END, etag FROM ready WHERE key IS NOT NULL
      ON CONFLICT DO NOTHING RETURNING account_id, key, request_hash),
    free AS MATERIALIZED (
      SELECT * FROM ready r WHERE r.key IS NULL
        OR (r.account_id, r.key, r.request_hash) IN (SELECT account_id, key, request_hash FROM claim)),
    revision_row AS (
      INSERT INTO revision (id, service_id, parent_id, title, target_group, content, standard, funding, lead_agency,
        content_hash, author_id, amendment_id, request_id)
      SELECT revision_id, service_id, parent_id, title, target_group, content, standard, funding, lead_agency,
        content_hash, account_id, amendment_id, request_id FROM free
      RETURNING id, amendment_id, author_id),
    reference_rows AS (
      INSERT INTO reference_list (revision_id, items) SELECT revision_id, items FROM free),
    edit_row AS (
      UPDATE amendment_edit e SET proposed_revision_id = r.id, version = e.version + 1, updated_by_id = r.author_id,
        updated_at = now()
      FROM revision_row r JOIN free f ON f.revision_id = r.id WHERE e.id = f.edit_id
      RETURNING e.amendment_id, e.proposed_revision_id, e.version, e.updated_at),
    amendment_row AS (
      UPDATE amendment a SET version = a.version + 1, updated_at = now()
      FROM edit_row e WHERE a.id = e.amendment_id
      RETURNING a.id, a.version, e.proposed_revision_id, e.version AS edit_version, e.updated_at AS edit_updated_at)
    SELECT id AS "amendmentId", version AS "amendmentVersion", proposed_revision_id AS "revisionId",
      edit_version AS version, edit_updated_at AS "updatedAt"
    FROM amendment_row`,
};

/** The statement's parameters: arrays as PostgreSQL writes them. */
export function columnsOf(saves: readonly Save[]): string[] {
  const column = (of: (save: Save) => string | number | null): string => arrayOf(saves.map(of));
  return [
    column(({ seen }) => seen.amendmentId),
    column(({ seen }) => seen.id),
    column(({ seen }) => seen.version),
    column(({ seen }) => seen.editionState),
    column(({ actor }) => actor.id),
    column(({ seen }) => (seen.roles ?? []).join(',')),
    column(({ actor }) => actor.requestId),
    column(({ actor }) => unspent(actor)?.key ?? null),
    column(({ actor }) => unspent(actor)?.requestHash ?? null),
    column(({ seen }) => seen.serviceId),
    column(({ seen }) => seen.proposed?.revisionId ?? null),
    column(({ text }) => text.title),
    ...PROVISION_KEYS.map((key) => column(({ text }) => text.provisions?.[key] ?? null)),
    column(({ contentHash }) => contentHash),
    column(({ minimal }) => (minimal ? 204 : null)),
    column(({ minimal, seen }) => (minimal ? etagOf(seen.version + 1) : null)),
    column(({ text }) => referenceItems(text.provisions)),
  ];
}

function unspent({ commandKey }: Actor): CommandKey | null {
  return commandKey?.spent === false ? commandKey : null;
}
