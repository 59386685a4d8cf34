import { Injectable, SetMetadata } from '@nestjs/common';
import { sha256 } from '@dingben/kernel/hash';
import type { FastifyRequest } from 'fastify';
import type { CommandKey } from '../auth/actor.js';
import { HotReads, type HotStatement } from '../prisma/hot-reads.js';
import { ProblemError, conflict } from './problem.js';

export const KEY_REQUIRED = 'dingben:idempotency-required';

/** For commands that must never happen twice: without an Idempotency-Key they are refused. */
export function IdempotencyRequired(): MethodDecorator {
  return SetMetadata(KEY_REQUIRED, true);
}

export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
}

interface KeyRow {
  request_hash: string;
  status: number | null;
  body: string | null;
  etag: string | null;
}

const FIND: HotStatement = {
  name: 'idempotency_find',
  text: 'SELECT request_hash, status, body, etag FROM idempotency_key WHERE account_id = $1 AND key = $2',
};

const KEEP: HotStatement = {
  name: 'idempotency_keep',
  text: 'UPDATE idempotency_key SET status = $3, body = $4, etag = $5 WHERE account_id = $1 AND key = $2 AND status IS NULL',
};

/** How long a second request waits for the answer of the first, in steps of this many milliseconds. */
const STEP = 50;
const STEPS = 40;

/** One effect for a command that is sent twice. The key is spent by UnitOfWork in the command's own transaction. */
@Injectable()
export class Idempotency {
  readonly #reads: HotReads;

  constructor(reads: HotReads) {
    this.#reads = reads;
  }

  /** The request's key, or null where it sends none. */
  keyOf(request: FastifyRequest, required: boolean): CommandKey | null {
    const key = request.headers['idempotency-key'];
    if (key === undefined) {
      if (required) throw new ProblemError(400, 'request.idempotency-key-missing');
      return null;
    }
    if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) {
      throw new ProblemError(400, 'request.invalid', { errors: { 'Idempotency-Key': { code: 'field.format' } } });
    }
    const requestHash = sha256(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`);
    return { key, requestHash, spent: false };
  }

  /** What the same command answered before; null where it has not been carried out. */
  async earlier(accountId: string, { key, requestHash }: CommandKey): Promise<StoredAnswer | null> {
    for (let step = 0; ; step++) {
      const row = await this.#reads.row<KeyRow>(FIND, [accountId, key]);
      if (row === null) return null;
      if (row.request_hash !== requestHash) throw new ProblemError(422, 'request.idempotency-key-reused');
      if (row.status !== null) return { status: row.status, body: row.body ?? '', etag: row.etag };
      // Carried out, and the answer is on its way here or was lost with the process that had it.
      if (step === STEPS) throw conflict('request.already-done');
      await new Promise((resolve) => setTimeout(resolve, STEP));
    }
  }

  async keep(accountId: string, { key }: CommandKey, { status, body, etag }: StoredAnswer): Promise<void> {
    await this.#reads.rows(KEEP, [accountId, key, status, body, etag]);
  }
}
