import type { FastifyInstance } from 'fastify';
import { ProblemError } from './problem.js';
import { isReservedKey, unknownField } from './reserved-keys.js';
import { takeUploads } from './upload.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was sent. */
    bodyText?: string;
  }
}

/** Most bytes of a request's body. */
export const BODY_LIMIT = 1_048_576;
/** Deeper than any body of ours, and far from what would exhaust the stack of the code that walks it. */
const MOST_DEPTH = 32;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Makes JSON in well-formed UTF-8 the only body that the service reads, but for routes that take a file (upload.ts); every
 * other media type is 415.
 */
export function readOnlyJson(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  takeUploads(fastify);
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (request, body, done) => {
      try {
        request.bodyText = typeof body === 'string' ? body : decode(body);
        done(null, parseBody(request.bodyText));
      } catch (error) {
        done(error instanceof Error ? error : new Error('unreadable'));
      }
    },
  );
}

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  if (isTooDeep(text)) throw new ProblemError(400, 'request.invalid');
  try {
    return JSON.parse(text, refuseReserved);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(400, 'request.invalid');
  }
}

function decode(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    // Decoding leniently would store U+FFFD in place of what was sent.
    throw new ProblemError(400, 'request.invalid');
  }
}

function refuseReserved(key: string, value: unknown): unknown {
  if (isReservedKey(key)) throw unknownField(key);
  return value;
}

/** One pass over the text, so that nesting is refused before anything recurses into it. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (inString) {
      if (unit === 0x5c) at++;
      else if (unit === 0x22) inString = false;
    } else if (unit === 0x22) inString = true;
    else if (unit === 0x7b || unit === 0x5b) {
      depth++;
      if (depth > MOST_DEPTH) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return false;
}
