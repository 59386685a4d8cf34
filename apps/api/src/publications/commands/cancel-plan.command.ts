import type { EditionEvent } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import { EditionSteps } from '../../editions/steps/edition-steps.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { PlansRepository } from '../plans/plans.repository.js';

export interface CancelPlanRequest {
  readonly editionId: string;
  readonly version: number;
  /** `unplan`: the edition still waits for a publisher; `unschedule`: it goes back, and its plan with it. */
  readonly event: Extract<EditionEvent, 'unplan' | 'unschedule'>;
  readonly comment?: string | undefined;
}

/** Takes back the moment at which an edition was to be published, up to that moment. */
@Injectable()
export class CancelPlanCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly steps: EditionSteps,
    private readonly plans: PlansRepository,
  ) {}

  /** Refusals as `EditionSteps.decided`. */
  async run(actor: Actor, request: CancelPlanRequest): Promise<void> {
    await this.work.run(actor, async (tx, now) => {
      const { event, comment } = request;
      const { edition, to } = await this.steps.decided(tx, now, request);
      const wasPlanned = await this.plans.endOf(tx, edition.id, { state: 'cancelled', endedById: now.id });
      const data = wasPlanned && event === 'unschedule' ? { data: { planCancelled: true } } : {};
      await this.steps.take(tx, edition, { event, to, comment, ...data }, { actor: now });
    });
  }
}
