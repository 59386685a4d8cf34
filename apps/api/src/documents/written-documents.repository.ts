import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../platform/prisma/hot-reads.js';

/** A written document without its bytes, which are read piece by piece. */
export interface WrittenDocument {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sha256: string;
  readonly size: number;
}

/** Written documents that one person may have kept; the oldest make room. */
const MOST_KEPT = 20;

const ONE: HotStatement = {
  name: 'written_document_one',
  text: `SELECT id::text, file_name AS "fileName", media_type AS "mediaType", sha256, size FROM written_document
    WHERE id = $1 AND owner_id = $2`,
};

const PIECE: HotStatement = {
  name: 'written_document_piece',
  text: `SELECT substring(bytes FROM $2::int + 1 FOR $3::int) AS piece FROM written_document WHERE id = $1`,
};

@Injectable()
export class WrittenDocumentsRepository {
  constructor(private readonly reads: HotReads) {}

  find(id: string, ownerId: string): Promise<WrittenDocument | null> {
    return this.reads.row<WrittenDocument>(ONE, [id, ownerId]);
  }

  async piece(id: string, offset: number, length: number): Promise<Uint8Array | null> {
    return (await this.reads.row<{ piece: Uint8Array }>(PIECE, [id, offset, length]))?.piece ?? null;
  }

  async insert(tx: Tx, ownerId: string, file: Omit<WrittenDocument, 'id'>, bytes: Uint8Array): Promise<string> {
    const { fileName, mediaType, sha256, size } = file;
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO written_document (owner_id, file_name, media_type, sha256, size, bytes)
      VALUES (${ownerId}::uuid, ${fileName}, ${mediaType}, ${sha256}, ${size}, ${bytes}) RETURNING id::text`;
    if (row === undefined) throw new Error('a document was written and has no id');
    await tx.$executeRaw`
      DELETE FROM written_document WHERE owner_id = ${ownerId}::uuid AND id NOT IN (
        SELECT id FROM written_document WHERE owner_id = ${ownerId}::uuid ORDER BY id DESC LIMIT ${MOST_KEPT})`;
    return row.id;
  }
}
