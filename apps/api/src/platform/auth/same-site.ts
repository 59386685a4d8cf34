import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../http/problem.js';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that a page of another site asks for. The session cookie is SameSite=Strict; this also covers what
 * that does not: sibling hosts of one site, and sign-in, which needs no cookie. A client that is no browser sends
 * neither header and has no cookie that somebody else could ride on.
 *
 * @throws ProblemError 403 `session.cross-site`
 */
export function checkSameSite(request: FastifyRequest): void {
  if (READING.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new ProblemError(403, 'session.cross-site');
  const { origin } = request.headers;
  if (origin !== undefined && hostOf(origin) !== request.host) throw new ProblemError(403, 'session.cross-site');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
