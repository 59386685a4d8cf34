import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { databaseFault } from '../prisma/fault.js';
import { Refusals } from '../auth/refusals.js';
import { databaseProblem } from './database-problem.js';
import { ProblemError, busy } from './problem.js';

/** Turns whatever was thrown into a problem document (RFC 9457), and has refusals recorded. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #refusals: Refusals;

  constructor(refusals: Refusals) {
    this.#refusals = refusals;
  }

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    let problem = problemOf(error);
    if (problem.status === 500) request.log.error({ err: error, requestId: request.id }, 'unexpected');
    try {
      await this.#refusals.record(request, problem);
    } catch (failure) {
      // A refusal that cannot be recorded is not answered as if it had been.
      request.log.error({ err: failure, requestId: request.id }, 'refusal not recorded');
      problem = busy();
    }
    sendProblem(reply, problem);
  }
}

/** Writes the document; also used where Fastify fails before Nest is reached. */
export function sendProblem(reply: FastifyReply, problem: ProblemError): void {
  if (reply.sent || reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  const { retryAfter, params, errors, current, entries } = problem.options;
  if (retryAfter !== undefined) void reply.header('Retry-After', String(retryAfter));
  const title = STATUS_CODES[problem.status] ?? 'Error';
  const document = {
    type: 'about:blank',
    title,
    status: problem.status,
    code: problem.code,
    params,
    errors,
    current,
    entries,
  };
  void reply
    .status(problem.status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .send(JSON.stringify(document));
}

/** Every error has a problem; what nobody foresaw is a 500 that tells the caller nothing. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  const fault = databaseFault(error);
  const known = fault === null ? null : databaseProblem(fault);
  if (known !== null) return known;
  const status = statusOf(error);
  return status === null ? new ProblemError(500, 'service.failed') : ofStatus(status);
}

/** Fastify's errors carry the status of what was wrong with the request. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  const { statusCode } = error;
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500 ? statusCode : null;
}

function ofStatus(status: number): ProblemError {
  if (status === 401) return new ProblemError(401, 'session.missing');
  if (status === 403) return new ProblemError(403, 'right.missing');
  if (status === 404) return new ProblemError(404, 'request.not-found');
  if (status === 405) return new ProblemError(405, 'request.not-found');
  if (status === 413) return new ProblemError(413, 'request.too-large');
  if (status === 414) return new ProblemError(414, 'request.too-large');
  if (status === 415) return new ProblemError(415, 'request.media-type');
  if (status === 503) return busy();
  if (status >= 400 && status < 500) return new ProblemError(400, 'request.invalid');
  return new ProblemError(500, 'service.failed');
}
