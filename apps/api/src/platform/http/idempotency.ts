import { Injectable, SetMetadata } from '@nestjs/common';
import { sha256 } from '@dingben/kernel/hash';
import type { FastifyRequest } from 'fastify';
import type { CommandKey, SpentKey } from '../auth/actor.js';
import { arrayOf } from '../prisma/array.js';
import { Batch } from '../prisma/batch.js';
import { HotReads, type HotStatement } from '../prisma/hot-reads.js';
import { keyHeader } from './idempotency-key.js';
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

interface KeyRow extends SpentKey {
  accountId: string;
  key: string;
}

// LIMIT keeps the planner from reading every key for the few that are asked for.
const FIND: HotStatement = {
  name: 'idempotency_find',
  text: `SELECT k.account_id AS "accountId", k.key, k.request_hash AS "requestHash", k.status, k.body, k.etag
    FROM unnest($1::uuid[], $2::text[]) AS asked(account_id, key)
    CROSS JOIN LATERAL (
      SELECT * FROM idempotency_key WHERE account_id = asked.account_id AND key = asked.key LIMIT 1) AS k`,
};

// The effect is on disk with its key. An answer that a power cut loses is told from one that never was: `already-done`.
// Rows are found before they are written, because only a subquery can have a LIMIT.
const KEEP: HotStatement = {
  name: 'idempotency_keep',
  text: `UPDATE idempotency_key k SET status = kept.status, body = kept.body, etag = kept.etag
    FROM set_config('synchronous_commit', 'off', true),
      unnest($1::uuid[], $2::text[], $3::int[], $4::text[], $5::text[]) AS kept(account_id, key, status, body, etag),
      LATERAL (
        SELECT ctid FROM idempotency_key WHERE account_id = kept.account_id AND key = kept.key LIMIT 1) AS found
    WHERE k.ctid = found.ctid AND k.status IS NULL`,
};

/** How long a second request waits for the answer of the first, in steps of this many milliseconds. */
const STEP = 50;
const STEPS = 40;

/** One effect for a command that is sent twice. The key is spent by UnitOfWork in the command's own transaction. */
@Injectable()
export class Idempotency {
  readonly #found: Batch<KeyRow>;
  readonly #kept: Batch<true>;
  readonly #answers = new Map<string, StoredAnswer>();

  constructor(reads: HotReads) {
    this.#found = new Batch(async (names) => {
      const rows = await reads.rows<KeyRow>(FIND, columns(names));
      return new Map(rows.map((row) => [nameOf(row.accountId, row.key), row]));
    });
    this.#kept = new Batch(async (names) => {
      const answers = names.flatMap((name) => this.#answers.get(name) ?? []);
      for (const name of names) this.#answers.delete(name);
      const [status, body, etag] = [
        answers.map((a) => a.status),
        answers.map((a) => a.body),
        answers.map((a) => a.etag),
      ];
      await reads.rows(KEEP, [...columns(names), arrayOf(status), arrayOf(body), arrayOf(etag)]);
      return new Map<string, true>();
    });
  }

  /** The request's key, or null where it sends none. */
  keyOf(request: FastifyRequest, required: boolean): CommandKey | null {
    if (request.headers['idempotency-key'] === undefined) {
      if (required) throw new ProblemError(400, 'request.idempotency-key-missing');
      return null;
    }
    const key = keyHeader(request);
    if (key === null) {
      throw new ProblemError(400, 'request.invalid', { errors: { 'Idempotency-Key': { code: 'field.format' } } });
    }
    const requestHash = sha256(`${request.method} ${request.url}
${bodyName(request)}`);
    return { key, requestHash, spent: false, answered: false };
  }

  /**
   * What the same command answered before; null where it has not been carried out.
   *
   * @param known what was read of the key a moment ago; left out to have it read.
   */
  async earlier(
    accountId: string,
    { key, requestHash }: CommandKey,
    known?: SpentKey | null,
  ): Promise<StoredAnswer | null> {
    for (let step = 0, row = known; ; step++, row = undefined) {
      if (row === undefined) row = (await this.#found.get(nameOf(accountId, key))) ?? null;
      if (row === null) return null;
      if (row.requestHash !== requestHash) throw new ProblemError(422, 'request.idempotency-key-reused');
      if (row.status !== null) return { status: row.status, body: row.body ?? '', etag: row.etag };
      // Carried out, and the answer is on its way here or was lost with the process that had it.
      if (step === STEPS) throw conflict('request.already-done');
      await new Promise((resolve) => setTimeout(resolve, STEP));
    }
  }

  /** Keeps the answer for a repeated command. Returns at once: the command itself is done and on disk. */
  keep(accountId: string, { key }: CommandKey, answer: StoredAnswer): void {
    const name = nameOf(accountId, key);
    this.#answers.set(name, answer);
    this.#kept.get(name).catch(() => undefined);
  }
}

/** A file is named by its hash, anything else by what was sent. */
function bodyName({ body, bodyText = '' }: FastifyRequest): string {
  return Buffer.isBuffer(body) ? sha256(body) : bodyText;
}

/** Neither an id nor a key holds a blank. */
function nameOf(accountId: string, key: string): string {
  return `${accountId} ${key}`;
}

function columns(names: readonly string[]): [accountIds: string[], keys: string[]] {
  const parts = names.map((name) => name.split(' '));
  return [parts.map(([accountId = '']) => accountId), parts.map(([, key = '']) => key)];
}
