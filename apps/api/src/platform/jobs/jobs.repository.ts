import { Injectable } from '@nestjs/common';
import type { Problem } from '@dingben/kernel';
import { Prisma } from '../../generated/prisma/client.js';
import { CHANNEL } from '../events/live-events.js';
import { offsetOf, type Page } from '../http/list.js';
import type { Reader, Tx } from '../prisma/database.js';
import type { JobListQuery } from './dto/job.dto.js';
import type { JobState, JsonObject } from './job.js';

export interface NewJob {
  readonly kind: string;
  readonly mostAttempts: number;
  readonly key: string | null;
  readonly input: JsonObject;
  readonly askedById: string | null;
}

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly state: JobState;
  readonly step: string | null;
  readonly done: number;
  readonly total: number | null;
  readonly result: JsonObject | null;
  readonly problem: Problem | null;
  readonly attempt: number;
  readonly cancelRequested: boolean;
  readonly askedBy: { readonly id: string; readonly name: string } | null;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

const COLUMNS = Prisma.sql`j.id::text, j.kind, j.state, j.step, j.done, j.total, j.result, j.problem, j.attempt,
  j.cancel_requested AS "cancelRequested", j.created_at AS "createdAt", j.started_at AS "startedAt", j.ended_at AS "endedAt",
  CASE WHEN a.id IS NULL THEN NULL ELSE json_build_object('id', a.id, 'name', a.name) END AS "askedBy"`;
const SOURCE = Prisma.sql`job j LEFT JOIN account a ON a.id = j.asked_by_id`;

/** Jobs as those who ask for them see them; how they are run stands in leases.ts. */
@Injectable()
export class JobsRepository {
  /** A new job, or the one under way with the same key. The hint is sent at the commit, or never. */
  async queue(tx: Tx, { kind, mostAttempts, key, input, askedById }: NewJob): Promise<string> {
    for (;;) {
      const [made] = await tx.$queryRaw<{ id: string }[]>`
        INSERT INTO job (kind, key, input, most_attempts, asked_by_id)
        VALUES (${kind}, ${key}, ${JSON.stringify(input)}::jsonb, ${mostAttempts}, ${askedById}::uuid)
        ON CONFLICT (kind, key) WHERE state IN ('queued', 'running') AND NOT cancel_requested DO NOTHING RETURNING id::text`;
      if (made !== undefined) {
        await this.#tell(tx, made.id, 'job.queued');
        return made.id;
      }
      const [open] = await tx.$queryRaw<{ id: string }[]>`
        SELECT id::text FROM job WHERE kind = ${kind} AND key = ${key} AND state IN ('queued', 'running')
          AND NOT cancel_requested`;
      // It may have ended between the two statements; then there is room for a new one.
      if (open !== undefined) return open.id;
    }
  }

  /** Ends a queued job, or asks the process that runs it to stop. Null where it has ended already. */
  async cancel(tx: Tx, id: string): Promise<JobState | null> {
    const [row] = await tx.$queryRaw<{ state: JobState }[]>`
      UPDATE job SET cancel_requested = true,
        state = CASE state WHEN 'queued' THEN 'cancelled' ELSE state END,
        ended_at = CASE state WHEN 'queued' THEN now() END
      WHERE id = ${id}::uuid AND state IN ('queued', 'running') RETURNING state`;
    if (row === undefined) return null;
    await this.#tell(tx, id, row.state === 'running' ? 'job.cancelling' : 'job.ended');
    return row.state;
  }

  /** Of one person, or of everybody where `askedById` is null. */
  async find(db: Reader, id: string, askedById: string | null): Promise<JobRow | null> {
    const [row] = await db.$queryRaw<JobRow[]>`
      SELECT ${COLUMNS} FROM ${SOURCE}
      WHERE j.id = ${id}::uuid AND (${askedById}::uuid IS NULL OR j.asked_by_id = ${askedById}::uuid)`;
    return row ?? null;
  }

  async list(db: Reader, query: JobListQuery, askedById: string | null): Promise<Page<JobRow>> {
    const where = Prisma.sql`(${askedById}::uuid IS NULL OR j.asked_by_id = ${askedById}::uuid)
      AND (${query.state ?? null}::text IS NULL OR j.state = ${query.state ?? null})
      AND (${query.kind ?? null}::text IS NULL OR j.kind = ${query.kind ?? null})`;
    const order = query.order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
    const items = await db.$queryRaw<JobRow[]>`
      SELECT ${COLUMNS} FROM ${SOURCE} WHERE ${where} ORDER BY j.id ${order} LIMIT ${query.perPage} OFFSET ${offsetOf(query)}`;
    const [count] = await db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM job j WHERE ${where}`;
    return { items, total: count?.total ?? 0 };
  }

  /** Ends a job as done inside the transaction of its effect. False where this attempt no longer has it. */
  async finish(tx: Tx, lease: { id: string; worker: string; attempt: number }, result: JsonObject): Promise<boolean> {
    const ended = await tx.$executeRaw`
      UPDATE job SET state = 'done', result = ${JSON.stringify(result)}::jsonb, ended_at = now(), worker = NULL,
        lease_until = NULL, done = coalesce(total, done)
      WHERE id = ${lease.id}::uuid AND state = 'running' AND worker = ${lease.worker}::uuid AND attempt = ${lease.attempt}`;
    if (ended === 1) await this.#tell(tx, lease.id, 'job.ended');
    return ended === 1;
  }

  async #tell(tx: Tx, id: string, action: string): Promise<void> {
    const hint = JSON.stringify({ subjectType: 'job', subjectId: id, action });
    await tx.$queryRaw`SELECT 1 AS told FROM pg_notify(${CHANNEL}, ${hint})`;
  }
}
