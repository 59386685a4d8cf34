import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role } from '@dingben/workflow';
import type { FastifyRequest } from 'fastify';

/** One command that must have one effect however often it is sent. */
export interface CommandKey {
  readonly key: string;
  /** SHA-256 of method, address and body: the same key with another of these is refused. */
  readonly requestHash: string;
  /** Set once a transaction of this request has committed with the key. */
  spent: boolean;
  /** Set where that transaction has kept the answer, too. */
  answered: boolean;
}

/** A key that was spent before, with the answer; its status is null as long as that is not kept. */
export interface SpentKey {
  readonly requestHash: string;
  readonly status: number | null;
  readonly body: string | null;
  readonly etag: string | null;
}

/** The person whose request this is, as the session and the account stood when it arrived. */
export interface Actor {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: Role[];
  readonly requestId: string;
  /** SHA-256 of the session's token. */
  readonly sessionHash: string;
  readonly commandKey?: CommandKey;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
    /** What was known of the request's Idempotency-Key when the person was admitted. */
    spentKey?: SpentKey | null;
  }
}

/** The signed-in person; only for handlers that are not public. */
export const CurrentActor = createParamDecorator((_: undefined, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (actor === undefined) throw new Error('A public handler has no actor.');
  return actor;
});
