import { Injectable } from '@nestjs/common';
import type { Encoding } from '@dingben/reader';
import { Prisma } from '../../generated/prisma/client.js';
import { offsetOf, type Page } from '../../platform/http/list.js';
import type { Reader, Tx } from '../../platform/prisma/database.js';
import type { ImportListQuery } from './dto/import.dto.js';
import type { Decision, ImportRow, OpenImport, Outcome, Step } from './model.js';

const CANCELLED = JSON.stringify({ code: 'import.cancelled' });
/** A job that ended without its work leaves the import where it was, and its problem is the import's. */
const ROW = Prisma.sql`i.id::text, i.owner_id::text AS "ownerId", i.name, i.size, i.sha256, i.encoding, i.job_id::text AS "jobId",
  i.against_id::text AS "againstId", i.against_commit AS "againstCommit", i.outcome, i.version, i.created_at AS "createdAt", i.updated_at AS "updatedAt",
  CASE WHEN j.id IS NOT NULL AND j.state IN ('queued', 'running') THEN i.state
    WHEN i.state = 'reading' THEN 'refused' WHEN i.state = 'finishing' THEN 'read' ELSE i.state END AS state,
  CASE WHEN i.state NOT IN ('reading', 'finishing') THEN NULL WHEN j.state = 'cancelled' THEN ${CANCELLED}::jsonb
    ELSE j.problem END AS problem`;
const OPEN = Prisma.sql`${ROW}, CASE i.state WHEN 'finished' THEN NULL ELSE i.reading END AS reading, i.steps, i.accepted, i.decisions`;
const SOURCE = Prisma.sql`import i LEFT JOIN job j ON j.id = i.job_id`;

type OpenRow = Omit<OpenImport, 'steps' | 'decisions'> & { readonly steps: string; readonly decisions: string };

/** What may change while an import is read and answered; every change counts its version on. */
export interface ImportChange {
  readonly state?: 'reading' | 'read' | 'finishing';
  readonly encoding?: Encoding;
  readonly reading?: string | null;
  readonly steps?: readonly Step[];
  readonly accepted?: readonly string[];
  readonly againstId?: string | null;
  readonly againstCommit?: number | null;
  readonly decisions?: readonly Decision[];
  readonly jobId?: string;
}

@Injectable()
export class ImportsRepository {
  async insert(tx: Tx, file: { ownerId: string; name: string; sha256: string; bytes: Buffer }): Promise<string> {
    const { ownerId, name, sha256, bytes } = file;
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO import (owner_id, name, size, sha256, bytes)
      VALUES (${ownerId}::uuid, ${name}, ${bytes.length}, ${sha256}, ${bytes}) RETURNING id::text`;
    if (row === undefined) throw new Error('An import was written and has no id.');
    return row.id;
  }

  async find(db: Reader, id: string, ownerId: string): Promise<ImportRow | null> {
    const [row] = await db.$queryRaw<ImportRow[]>`
      SELECT ${ROW} FROM ${SOURCE} WHERE i.id = ${id}::uuid AND i.owner_id = ${ownerId}::uuid`;
    return row ?? null;
  }

  /** With everything that was understood and answered. */
  async open(db: Reader, id: string, ownerId: string): Promise<OpenImport | null> {
    const [row] = await db.$queryRaw<OpenRow[]>`
      SELECT ${OPEN} FROM ${SOURCE} WHERE i.id = ${id}::uuid AND i.owner_id = ${ownerId}::uuid`;
    return row === undefined ? null : opened(row);
  }

  /** Locks it first, in a statement of its own: one that waits for a lock goes on with what it saw before it waited. */
  async lock(tx: Tx, id: string, ownerId: string): Promise<OpenImport | null> {
    await tx.$executeRaw`SELECT FROM import WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    return this.open(tx, id, ownerId);
  }

  async bytes(db: Reader, id: string): Promise<Uint8Array | null> {
    const row = await db.import.findUnique({ where: { id }, select: { bytes: true } });
    return row?.bytes ?? null;
  }

  async list(db: Reader, query: ImportListQuery, ownerId: string): Promise<Page<ImportRow>> {
    const where = Prisma.sql`i.owner_id = ${ownerId}::uuid AND (i.state = 'finished') = ${query.finished}`;
    const order = query.order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
    const items = await db.$queryRaw<ImportRow[]>`
      SELECT ${ROW} FROM ${SOURCE} WHERE ${where} ORDER BY i.id ${order} LIMIT ${query.perPage} OFFSET ${offsetOf(query)}`;
    const [count] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM import i WHERE ${where}`;
    return { items, total: count?.total ?? 0 };
  }

  /** Imports of a person that are not finished. */
  async countOpen(tx: Tx, ownerId: string): Promise<number> {
    const [row] = await tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM import WHERE owner_id = ${ownerId}::uuid AND state <> 'finished'`;
    return row?.count ?? 0;
  }

  async change(tx: Tx, id: string, { steps, decisions, accepted, ...change }: ImportChange): Promise<void> {
    await tx.import.update({
      where: { id },
      data: {
        ...change,
        ...(accepted === undefined ? {} : { accepted: [...accepted] }),
        ...(steps === undefined ? {} : { steps: JSON.stringify(steps) }),
        ...(decisions === undefined ? {} : { decisions: JSON.stringify(decisions) }),
        version: { increment: 1 },
        updatedAt: new Date(),
      },
      select: { id: true },
    });
  }

  /** What it became; the document and what was understood of it are given up. */
  async finish(tx: Tx, id: string, outcome: Outcome): Promise<void> {
    await tx.$executeRaw`
      UPDATE import SET state = 'finished', outcome = ${JSON.stringify(outcome)}::jsonb, bytes = NULL, reading = NULL,
        steps = '[]', accepted = '{}', decisions = '[]', version = version + 1, updated_at = now()
      WHERE id = ${id}::uuid`;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.$executeRaw`DELETE FROM import WHERE id = ${id}::uuid`;
  }
}

/** What was stored as JSON text was written by `change`. */
function opened({ steps, decisions, ...row }: OpenRow): OpenImport {
  return { ...row, steps: JSON.parse(steps) as Step[], decisions: JSON.parse(decisions) as Decision[] };
}
