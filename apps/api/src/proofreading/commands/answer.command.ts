import { Injectable } from '@nestjs/common';
import type { EditionState } from '@dingben/workflow';
import { recordEvent } from '../../platform/acts.js';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { ProblemError, conflict, notFound, stale } from '../../platform/http/problem.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import type { AnswerFinding, FindingDto } from '../dto/finding.dto.js';
import { FindingsRepository } from '../findings.repository.js';

/** A publication and what came of it say what was known on their day. */
const CLOSED: readonly EditionState[] = ['published', 'superseded', 'withdrawn', 'abandoned'];

/** Answers a finding: repaired, or accepted as it is. An answer may be given again; the record keeps every one. */
@Injectable()
export class AnswerCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly findings: FindingsRepository,
    private readonly live: LiveEvents,
  ) {}

  /** 404 `finding.not-found`; 409 `edition.frozen`; 412 with the finding as it is. */
  async run(
    actor: Actor,
    at: { editionId: string; findingId: string; version: number },
    body: AnswerFinding,
  ): Promise<FindingDto> {
    const { editionId, findingId } = at;
    try {
      await this.#answer(actor, at, body);
    } catch (error) {
      const outdated = error instanceof ProblemError && error.code === 'request.version-stale';
      throw outdated ? stale(await this.findings.one(editionId, findingId)) : error;
    }
    const finding = await this.findings.one(editionId, findingId);
    if (finding === null) throw notFound('finding');
    const { version } = finding;
    this.live.publish({ subjectType: 'finding', subjectId: findingId, editionId, action: 'finding.answered', version });
    return finding;
  }

  async #answer(
    actor: Actor,
    at: { editionId: string; findingId: string; version: number },
    body: AnswerFinding,
  ): Promise<void> {
    await this.work.run(actor, async (tx, now) => {
      const finding = await this.findings.lock(tx, at.editionId, at.findingId);
      if (finding === null) throw notFound('finding');
      if (CLOSED.includes(finding.editionState)) throw conflict('edition.frozen', { state: finding.editionState });
      if (finding.version !== at.version) throw stale(null);
      await this.findings.answer(tx, at.findingId, { state: body.state, answer: body.answer, actorId: now.id });
      await recordEvent(tx, {
        subjectType: 'finding',
        subjectId: at.findingId,
        editionId: at.editionId,
        action: 'finding.answered',
        fromState: finding.state,
        toState: body.state,
        comment: body.answer,
        data: { code: finding.code },
        actor: now,
      });
    });
  }
}
