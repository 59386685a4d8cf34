import type { FastifyRequest } from 'fastify';

const FORM = /^[\x21-\x7e]{8,100}$/;

/** The Idempotency-Key of a request that may change something; null where it has none, or none that a key can be. */
export function keyHeader(request: FastifyRequest): string | null {
  if (request.method === 'GET') return null;
  const key = request.headers['idempotency-key'];
  return typeof key === 'string' && FORM.test(key) ? key : null;
}
