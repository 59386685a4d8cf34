import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { recordEvent } from '../acts.js';
import { isUuid } from '../http/params.js';
import { workflowStatus, type ProblemError } from '../http/problem.js';
import { UnitOfWork } from '../prisma/unit-of-work.js';
import type { Actor } from './actor.js';

const SUBJECTS: Readonly<Record<string, 'amendment' | 'edition' | 'account'>> = {
  amendments: 'amendment',
  editions: 'edition',
  accounts: 'account',
};

/** Keeps in the record what a signed-in person tried and was refused: a right that is missing, a rule that stands against it. */
@Injectable()
export class Refusals {
  readonly #work: UnitOfWork;

  constructor(work: UnitOfWork) {
    this.#work = work;
  }

  /** Writes an event in a transaction of its own, because the refused one was undone. */
  async record(request: FastifyRequest, problem: ProblemError): Promise<void> {
    const { actor } = request;
    if (actor === undefined || !isRecorded(problem)) return;
    const subject = subjectOf(request.routeOptions.url ?? '', request.params);
    const data = { code: problem.code, method: request.method, route: request.routeOptions.url ?? '' };
    await this.#work.runAsSystem(request.id, async (tx) => {
      await recordEvent(tx, { ...subject, action: 'request.refused', outcome: 'refused', data, actor: named(actor) });
    });
  }
}

function isRecorded({ code, status }: ProblemError): boolean {
  return (status === 403 || status === 409) && (workflowStatus(code) !== null || code === 'account.self');
}

function named({ id, requestId }: Actor): { id: string; requestId: string } {
  return { id, requestId };
}

type Subject = { subjectType: 'amendment' | 'edition' | 'account' | 'request'; subjectId: string | null };

/** What was asked of: the thing whose id stands in the address. */
function subjectOf(route: string, params: unknown): Subject {
  const collection = route.split('/')[2] ?? '';
  const subjectType = Object.hasOwn(SUBJECTS, collection) ? SUBJECTS[collection] : undefined;
  const id = idIn(params);
  if (subjectType === undefined || id === null) return { subjectType: 'request', subjectId: null };
  const subjectId = id.toLowerCase();
  return { subjectType, subjectId: isUuid(subjectId) ? subjectId : null };
}

/** Routes call the thing that they are about `id`, or name it (`editionId`) where others stand beside it. */
function idIn(params: unknown): string | null {
  if (typeof params !== 'object' || params === null) return null;
  const first: unknown = Object.values(params)[0];
  return typeof first === 'string' ? first : null;
}
