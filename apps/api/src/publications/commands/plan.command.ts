import { Injectable } from '@nestjs/common';
import { EditionSteps } from '../../editions/steps/edition-steps.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { PlansRepository } from '../plans/plans.repository.js';

export interface PlanRequest {
  readonly editionId: string;
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly publishAt?: string | undefined;
  readonly comment?: string | undefined;
}

/** A publisher decides that the edition, as it stands, is published at a moment to come. */
@Injectable()
export class PlanCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly steps: EditionSteps,
    private readonly plans: PlansRepository,
  ) {}

  /** Refusals as `EditionSteps.decided`. */
  async run(actor: Actor, request: PlanRequest): Promise<void> {
    await this.work.run(actor, async (tx, now) => {
      const { edition, to } = await this.steps.decided(tx, now, { ...request, event: 'plan' });
      const { publishAt, comment = null } = request;
      if (publishAt === undefined) throw new Error('a plan was decided upon without its moment');
      const { id: editionId, headCommitId: commitId, treeHash, effectiveDate } = edition;
      await this.plans.insert(tx, { editionId, publisherId: now.id, publishAt, commitId, comment });
      const data = { publishAt, treeHash, effectiveDate };
      await this.steps.take(tx, edition, { event: 'plan', to, data, comment: request.comment }, { actor: now });
    });
  }
}
