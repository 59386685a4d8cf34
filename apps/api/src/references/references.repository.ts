import type { Provisions } from '@dingben/outline';
import type { Correction, Reference } from '@dingben/references';
import { Injectable } from '@nestjs/common';
import { Prisma } from '../generated/prisma/client.js';
import type { Tx } from '../platform/prisma/database.js';
import { itemsOf } from './reference-items.js';

/** As `Reference`; those of a text are in one order over all kinds. */
export type StoredReference = Omit<Reference, 'ordinal'>;

/** A revision's text with what people said of it and what is stored. */
export interface TextToRead {
  readonly revisionId: string;
  readonly provisions: Provisions;
  readonly corrections: readonly Correction[];
  readonly stored: readonly StoredReference[];
}

const COLUMNS = Prisma.sql`r.id::text AS "revisionId",
  json_build_object('targetGroup', r.target_group, 'content', r.content, 'standard', r.standard, 'funding', r.funding,
    'leadAgency', r.lead_agency) AS provisions,
  COALESCE((SELECT json_agg(json_build_object('provision', c.provision, 'start', c.start, 'end', c."end", 'kind', c.kind,
      'to', CASE WHEN c.to_kind IS NULL THEN NULL ELSE json_build_object('kind', c.to_kind, 'key', c.to_key, 'data', c.to_data) END)
      ORDER BY c.number)
    FROM reference_correction c WHERE c.service_id = r.service_id AND c.content_hash = r.content_hash), '[]') AS corrections,
  COALESCE((SELECT json_agg(json_build_object('kind', x.kind, 'provision', x.provision, 'start', x.start, 'end', x."end",
      'key', x.key, 'data', x.data) ORDER BY x.ordinal)
    FROM reference x WHERE x.revision_id = r.id), '[]') AS stored`;

/** What was derived from a text, with its corrections. */
@Injectable()
export class ReferencesRepository {
  /** Whoever rewrites references waits for another who does, and reads what that one wrote. */
  async lock(tx: Tx): Promise<void> {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('dingben.references'))::text`;
  }

  /** The next leaves by id; `after` is null at the beginning. */
  page(tx: Tx, after: string | null, size: number): Promise<TextToRead[]> {
    return tx.$queryRaw`
      SELECT ${COLUMNS} FROM revision r
      WHERE r.content IS NOT NULL AND (${after}::uuid IS NULL OR r.id > ${after}::uuid) ORDER BY r.id LIMIT ${size}`;
  }

  /** Every revision of a service that has this text. */
  withText(tx: Tx, serviceId: string, contentHash: string): Promise<TextToRead[]> {
    return tx.$queryRaw`
      SELECT ${COLUMNS} FROM revision r
      WHERE r.service_id = ${serviceId}::uuid AND r.content_hash = ${contentHash} AND r.content IS NOT NULL ORDER BY r.id`;
  }

  /** Those of these revisions whose text people have corrected before. */
  corrected(tx: Tx, revisionIds: readonly string[]): Promise<TextToRead[]> {
    return tx.$queryRaw`
      SELECT ${COLUMNS} FROM revision r
      WHERE r.id = ANY(${[...revisionIds]}::uuid[]) AND r.content IS NOT NULL AND EXISTS (
        SELECT FROM reference_correction c WHERE c.service_id = r.service_id AND c.content_hash = r.content_hash)`;
  }

  async replace(
    tx: Tx,
    lists: readonly { revisionId: string; references: readonly StoredReference[] }[],
  ): Promise<void> {
    const ids = lists.map(({ revisionId }) => revisionId);
    const items = lists.map(({ references }) => itemsOf(references));
    await tx.$executeRaw`DELETE FROM reference_list WHERE revision_id = ANY(${ids}::uuid[])`;
    await tx.$executeRaw`
      INSERT INTO reference_list (revision_id, items)
      SELECT id, items::jsonb FROM unnest(${ids}::uuid[], ${items}::text[]) AS x(id, items)`;
  }

  /** No process answers with the references that it has in memory once this is committed. */
  async stamp(tx: Tx): Promise<void> {
    await tx.$executeRaw`UPDATE reference_stamp SET version = version + 1`;
  }
}
