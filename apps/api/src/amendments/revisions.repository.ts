import { PROVISION_KEYS, type Provisions } from '@dingben/outline';
import { revisionHash } from '@dingben/outline/hash';
import { Injectable } from '@nestjs/common';
import { Prisma } from '../generated/prisma/client.js';
import type { Tx } from '../platform/prisma/database.js';
import { referenceItems } from './references-of.js';

export interface NewRevision {
  readonly serviceId: string;
  readonly parentId: string | null;
  readonly mergedWithId: string | null;
  readonly title: string;
  readonly provisions: Provisions | null;
  readonly authorId: string;
  readonly amendmentId: string;
}

export interface WrittenRevision {
  readonly revisionId: string;
  readonly contentHash: string;
}

/** Revisions with what is derived from their text: written together, by one statement, and never changed. */
@Injectable()
export class RevisionsRepository {
  async insert(tx: Tx, revision: NewRevision): Promise<WrittenRevision> {
    const contentHash = revisionHash(revision);
    const texts = PROVISION_KEYS.map((key) => (revision.provisions === null ? null : revision.provisions[key]));
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      WITH revision_row AS (
        INSERT INTO revision (service_id, parent_id, merged_with_id, title, target_group, content, standard, funding, lead_agency,
          content_hash, author_id, amendment_id)
        VALUES (${revision.serviceId}::uuid, ${revision.parentId}::uuid, ${revision.mergedWithId}::uuid, ${revision.title},
          ${Prisma.join(texts)}, ${contentHash}, ${revision.authorId}::uuid, ${revision.amendmentId}::uuid)
        RETURNING id),
      reference_rows AS (
        INSERT INTO reference_list (revision_id, items)
        SELECT id, ${referenceItems(revision.provisions)}::jsonb FROM revision_row)
      SELECT id::text FROM revision_row`;
    if (row === undefined) throw new Error('A revision was written and has no id.');
    return { revisionId: row.id, contentHash };
  }
}
