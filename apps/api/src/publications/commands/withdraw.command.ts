import { Injectable } from '@nestjs/common';
import { EditionSteps } from '../../editions/steps/edition-steps.js';
import { Checkpoints } from '../../ledger/checkpoints.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import { PublicationsRepository } from '../publications.repository.js';
import { Supersession } from '../supersession.js';

export interface WithdrawRequest {
  readonly editionId: string;
  readonly version: number;
  /** What the public is told. */
  readonly comment?: string | undefined;
  /** `YYYY-MM-DD`, from which day on it no longer holds. */
  readonly effectiveDate?: string | undefined;
}

/**
 * Says of a published edition that it no longer holds from a day on. Nothing of it changes or goes: its files and addresses
 * stay. The edition before it is in force again from that day (docs/adr/0017).
 */
@Injectable()
export class WithdrawCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly steps: EditionSteps,
    private readonly repository: PublicationsRepository,
    private readonly supersession: Supersession,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** Refusals as `EditionSteps.decided`. */
  async run(actor: Actor, request: WithdrawRequest): Promise<void> {
    await this.work.run(actor, async (tx, now) => {
      const { edition, to } = await this.steps.decided(tx, now, { ...request, event: 'withdraw' });
      const { comment, effectiveDate } = request;
      if (comment === undefined || effectiveDate === undefined)
        throw new Error('a withdrawal was decided upon without its reason or its day');
      await this.repository.withdraw(tx, edition.id, { explanation: comment, effectiveDate, withdrawnById: now.id });
      const step = { event: 'withdraw', to, comment, data: { effectiveDate } } as const;
      await this.steps.take(tx, edition, step, { actor: now });
      await this.supersession.carryOut(tx, now.requestId);
    });
    await this.checkpoints.now();
  }
}
