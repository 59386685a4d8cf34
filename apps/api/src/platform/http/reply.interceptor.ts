import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, map, of, type Observable } from 'rxjs';
import type { CommandKey, SpentKey } from '../auth/actor.js';
import { CommandRepeated } from '../prisma/unit-of-work.js';
import { Idempotency, KEY_REQUIRED, type StoredAnswer } from './idempotency.js';
import { conflict } from './problem.js';
import { Changed } from './prefer.js';
import { RawJson } from './raw-json.js';
import { readUpload } from './upload.js';
import { etagOf } from './version.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** A command that must have one effect, and what was known of its key when the person was admitted. */
interface Once {
  readonly accountId: string;
  readonly key: CommandKey;
  readonly known: SpentKey | null | undefined;
}

/** Adds the ETag, sends prepared JSON as it is, and answers a repeated command with what it answered first. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  readonly #reflector: Reflector;
  readonly #idempotency: Idempotency;

  constructor(reflector: Reflector, idempotency: Idempotency) {
    this.#reflector = reflector;
    this.#idempotency = idempotency;
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { actor } = request;
    await readUpload(request, reply);
    const key = actor === undefined || request.method === 'GET' ? null : this.#keyOf(request, context);
    if (actor === undefined || key === null) return next.handle().pipe(map((value) => present(reply, value)));
    request.actor = { ...actor, commandKey: key };
    return of(await this.#once({ accountId: actor.id, key, known: request.spentKey }, reply, next));
  }

  #keyOf(request: FastifyRequest, context: ExecutionContext): CommandKey | null {
    const required = this.#reflector.get<boolean | undefined>(KEY_REQUIRED, context.getHandler()) === true;
    return this.#idempotency.keyOf(request, required);
  }

  async #once({ accountId, key, known }: Once, reply: FastifyReply, next: CallHandler): Promise<unknown> {
    const earlier = await this.#idempotency.earlier(accountId, key, known);
    if (earlier !== null) return repeat(reply, earlier);
    let value: unknown;
    try {
      value = present(reply, await lastValueFrom(next.handle(), { defaultValue: undefined }));
    } catch (error) {
      if (!(error instanceof CommandRepeated)) throw error;
      const first = await this.#idempotency.earlier(accountId, key);
      if (first === null) throw conflict('request.already-done');
      return repeat(reply, first);
    }
    if (key.answered) return value;
    const body = bodyOf(value);
    const etag = reply.getHeader('ETag');
    // A command that wrote nothing has spent no key, and there is no row to keep the answer in.
    this.#idempotency.keep(accountId, key, {
      status: reply.statusCode,
      body,
      etag: typeof etag === 'string' ? etag : null,
    });
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
    // Written out once, for the answer and for its repetition.
    void reply.header('Content-Type', JSON_TYPE);
    return body;
  }
}

function present(reply: FastifyReply, value: unknown): unknown {
  if (value instanceof Changed) {
    void reply.status(204).header('Preference-Applied', 'return=minimal').header('ETag', etagOf(value.version));
    return undefined;
  }
  if (value instanceof RawJson) {
    void reply.header('Content-Type', JSON_TYPE);
    if (value.version !== undefined) void reply.header('ETag', etagOf(value.version));
    return value.body;
  }
  if (typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number') {
    void reply.header('ETag', etagOf(value.version));
  }
  return value;
}

function bodyOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return Buffer.isBuffer(value) ? value.toString('utf8') : JSON.stringify(value);
}

function repeat(reply: FastifyReply, { status, body, etag }: StoredAnswer): unknown {
  void reply.status(status).header('Idempotency-Replayed', 'true');
  if (etag !== null) void reply.header('ETag', etag);
  if (body === '') return undefined;
  void reply.header('Content-Type', JSON_TYPE);
  return body;
}
