import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import type { Reader, Tx } from '../../platform/prisma/database.js';
import type { PersonRef } from '../model.js';
import type { Commented } from './dto/comment.dto.js';

export interface CommentRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly serviceId: string | null;
  readonly provision: Commented | null;
  readonly quote: string | null;
  readonly text: string;
  readonly author: PersonRef;
  readonly at: Date;
  readonly resolvedBy: PersonRef | null;
  readonly resolvedAt: Date | null;
}

export interface NewComment {
  readonly amendmentId: string;
  readonly parentId: string | null;
  readonly serviceId: string | null;
  readonly provision: Commented | null;
  readonly quote: string | null;
  readonly text: string;
  readonly authorId: string;
}

const COMMENT = Prisma.sql`
  SELECT c.id::text, c.parent_id::text AS "parentId", c.service_id::text AS "serviceId", c.provision, c.quote, c.text, c.at,
    json_build_object('id', u.id, 'name', u.name) AS author, c.resolved_at AS "resolvedAt",
    CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('id', r.id, 'name', r.name) END AS "resolvedBy"
  FROM comment c JOIN account u ON u.id = c.author_id LEFT JOIN account r ON r.id = c.resolved_by_id`;

@Injectable()
export class CommentsRepository {
  async ofAmendment(reader: Reader, amendmentId: string): Promise<CommentRow[]> {
    return reader.$queryRaw<CommentRow[]>`
      ${COMMENT} WHERE c.amendment_id = ${amendmentId}::uuid ORDER BY c.at, c.id LIMIT 1000`;
  }

  async one(reader: Reader, amendmentId: string, commentId: string): Promise<CommentRow | null> {
    const [row] = await reader.$queryRaw<CommentRow[]>`
      ${COMMENT} WHERE c.amendment_id = ${amendmentId}::uuid AND c.id = ${commentId}::uuid`;
    return row ?? null;
  }

  async serviceExists(reader: Reader, serviceId: string): Promise<boolean> {
    const rows = await reader.$queryRaw<unknown[]>`SELECT 1 FROM service WHERE id = ${serviceId}::uuid`;
    return rows.length > 0;
  }

  async insert(tx: Tx, comment: NewComment): Promise<string> {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO comment (amendment_id, parent_id, service_id, provision, quote, text, author_id)
      VALUES (${comment.amendmentId}::uuid, ${comment.parentId}::uuid, ${comment.serviceId}::uuid, ${comment.provision},
        ${comment.quote}, ${comment.text}, ${comment.authorId}::uuid)
      RETURNING id::text`;
    if (row === undefined) throw new Error('A comment was written and has no id.');
    return row.id;
  }

  /** Whether this call resolved it; false where it was resolved already. */
  async resolve(tx: Tx, commentId: string, accountId: string): Promise<boolean> {
    const count = await tx.$executeRaw`
      UPDATE comment SET resolved_by_id = ${accountId}::uuid, resolved_at = now()
      WHERE id = ${commentId}::uuid AND resolved_at IS NULL`;
    return count > 0;
  }
}
