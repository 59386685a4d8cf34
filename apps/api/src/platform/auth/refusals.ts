import { AMENDMENT_EVENTS, EDITION_EVENTS } from '@dingben/workflow';
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
const EVENTS: readonly string[] = [...AMENDMENT_EVENTS, ...EDITION_EVENTS];

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
    const route = request.routeOptions.url ?? '';
    const { subjectType, subjectId } = subjectOf(route, request.params);
    const act = {
      subjectType,
      subjectId,
      amendmentId: subjectType === 'amendment' ? subjectId : null,
      editionId: subjectType === 'edition' ? subjectId : null,
      action: 'request.refused',
      outcome: 'refused',
      data: { code: problem.code, method: request.method, route, ...askedEvent(request.body) },
      actor: named(actor),
    } as const;
    await this.#work.runAsSystem(request.id, async (tx) => {
      await recordEvent(tx, act);
    });
  }
}

function isRecorded({ code, status }: ProblemError): boolean {
  return (status === 403 || status === 409) && (workflowStatus(code) !== null || code === 'account.self');
}

function named({ id, requestId }: Actor): { id: string; requestId: string } {
  return { id, requestId };
}

/** The event that was asked for, where a lifecycle knows it: the body of a person without the right was never validated. */
function askedEvent(body: unknown): { event?: string } {
  if (typeof body !== 'object' || body === null || !('event' in body)) return {};
  const { event } = body;
  return typeof event === 'string' && EVENTS.includes(event) ? { event } : {};
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
