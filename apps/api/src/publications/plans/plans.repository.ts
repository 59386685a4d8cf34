import type { Problem } from '@dingben/kernel';
import type { Role } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/prisma/database.js';
import { HotReads, type HotStatement } from '../../platform/prisma/hot-reads.js';
import type { PlanDto } from '../dto/publication.dto.js';

/** A plan whose moment has come, with the publisher as they stand now. */
export interface DuePlan {
  readonly id: string;
  readonly editionId: string;
  /** Version of the edition now. */
  readonly version: number;
  readonly commitId: string;
  readonly comment: string | null;
  /** The moment that was decided upon, and when that was; ISO 8601 in UTC. */
  readonly publishAt: string;
  readonly decidedAt: string;
  readonly publisher: { readonly id: string; readonly username: string; readonly name: string; readonly roles: Role[] };
}

export interface NewPlan {
  readonly editionId: string;
  readonly publisherId: string;
  readonly publishAt: string;
  readonly commitId: string;
  readonly comment: string | null;
}

/** How a plan ends. */
export type PlanEnd =
  | { readonly state: 'published' }
  | { readonly state: 'cancelled'; readonly endedById: string }
  | { readonly state: 'stopped'; readonly problem: Problem };

const MOMENT = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const LATEST: HotStatement = {
  name: 'plan_latest',
  text: `SELECT n.id::text, n.state, ${MOMENT('n.publish_at')} AS "publishAt", n.comment, n.problem,
      json_build_object('id', p.id, 'name', p.name) AS publisher, ${MOMENT('n.created_at')} AS "decidedAt",
      ${MOMENT('n.ended_at')} AS "endedAt",
      CASE WHEN b.id IS NULL THEN NULL ELSE json_build_object('id', b.id, 'name', b.name) END AS "endedBy"
    FROM publication_plan n JOIN account p ON p.id = n.publisher_id LEFT JOIN account b ON b.id = n.ended_by_id
    WHERE n.edition_id = $1 ORDER BY n.created_at DESC, n.id DESC LIMIT 1`,
};

/** Tried again after a minute: what stopped it may have been the database, or a process that died. */
const DUE: HotStatement = {
  name: 'plans_due',
  text: `SELECT n.id::text FROM publication_plan n WHERE n.state = 'waiting' AND n.publish_at <= now()
    AND (n.tried_at IS NULL OR n.tried_at < now() - interval '1 minute') ORDER BY n.publish_at, n.id`,
};

const ONE: HotStatement = {
  name: 'plan_due_one',
  text: `SELECT n.id::text, n.edition_id::text AS "editionId", e.version, n.commit_id::text AS "commitId", n.comment,
      ${MOMENT('n.publish_at')} AS "publishAt", ${MOMENT('n.created_at')} AS "decidedAt",
      json_build_object('id', p.id, 'username', p.username, 'name', p.name, 'roles', p.roles) AS publisher
    FROM publication_plan n JOIN edition e ON e.id = n.edition_id JOIN account p ON p.id = n.publisher_id
    WHERE n.id = $1 AND n.state = 'waiting' AND n.publish_at <= now()`,
};

@Injectable()
export class PlansRepository {
  constructor(private readonly reads: HotReads) {}

  /** The plan that was made last, whatever became of it. */
  latest(editionId: string): Promise<PlanDto | null> {
    return this.reads.row<PlanDto>(LATEST, [editionId]);
  }

  async due(): Promise<string[]> {
    return (await this.reads.rows<{ id: string }>(DUE, [])).map(({ id }) => id);
  }

  /** Null once it has ended. */
  one(planId: string): Promise<DuePlan | null> {
    return this.reads.row<DuePlan>(ONE, [planId]);
  }

  async insert(tx: Tx, { editionId, publisherId, publishAt, commitId, comment }: NewPlan): Promise<void> {
    await tx.$executeRaw`
      INSERT INTO publication_plan (edition_id, publisher_id, publish_at, commit_id, comment)
      VALUES (${editionId}::uuid, ${publisherId}::uuid, ${publishAt}::timestamptz, ${commitId}::uuid, ${comment})`;
  }

  /** Of several processes that look at once, one marks it and gets true. */
  async markTried(tx: Tx, planId: string): Promise<boolean> {
    const marked = await tx.$executeRaw`
      UPDATE publication_plan SET tried_at = now() WHERE id = ${planId}::uuid AND state = 'waiting'
        AND (tried_at IS NULL OR tried_at < now() - interval '1 minute')`;
    return marked === 1;
  }

  /** Throws where it has ended already. */
  async end(tx: Tx, planId: string, end: PlanEnd): Promise<void> {
    if (!(await this.#end(tx, planId, end))) throw new Error(`plan ${planId} has ended already`);
  }

  /** Ends the plan that waits for the edition, where there is one, and says whether there was. The edition is locked. */
  async endOf(tx: Tx, editionId: string, end: PlanEnd): Promise<boolean> {
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM publication_plan WHERE edition_id = ${editionId}::uuid AND state = 'waiting'`;
    return row !== undefined && (await this.#end(tx, row.id, end));
  }

  async #end(tx: Tx, planId: string, end: PlanEnd): Promise<boolean> {
    const problem = end.state === 'stopped' ? JSON.stringify(end.problem) : null;
    const endedById = end.state === 'cancelled' ? end.endedById : null;
    const ended = await tx.$executeRaw`
      UPDATE publication_plan SET state = ${end.state}, problem = ${problem}::jsonb, ended_by_id = ${endedById}::uuid,
        ended_at = now()
      WHERE id = ${planId}::uuid AND state = 'waiting'`;
    return ended === 1;
  }
}
