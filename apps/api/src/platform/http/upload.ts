import { RouteConfig } from '@nestjs/platform-fastify';
import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { ProblemError } from './problem.js';

/** Most bytes of a file that is uploaded. */
export const UPLOAD_LIMIT = 10 * 1024 * 1024;
/** Most bytes that are read of a file, though all of it will be dropped. */
const DROPPED_LIMIT = 4 * UPLOAD_LIMIT;
const MEDIA_TYPE = 'application/octet-stream';

/** The handler takes a file as its whole body; `@Body()` is then a Buffer of at most `UPLOAD_LIMIT` bytes. */
export function TakesFile(): MethodDecorator {
  return applyDecorators(
    RouteConfig({ takesFile: true }),
    ApiConsumes(MEDIA_TYPE),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );
}

/** Lets files through to the routes that take one, unread: only a person who may is listened to that long. */
export function takeUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(MEDIA_TYPE, (request, payload, done) => {
    const takesFile = 'takesFile' in request.routeOptions.config && request.routeOptions.config.takesFile === true;
    if (takesFile) done(null, payload);
    else done(new ProblemError(415, 'request.media-type'));
  });
}

/**
 * Reads the file of a request that was admitted, counting. 413 `request.too-large` where it is too long: the rest is read and
 * dropped, because many clients see no answer before they have sent everything; but not without end. Does nothing for a
 * body that was read already.
 */
export async function readUpload(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { body } = request;
  if (!(body instanceof Readable)) return;
  const tooLarge = (): ProblemError => {
    void reply.header('Connection', 'close');
    return new ProblemError(413, 'request.too-large');
  };
  if (Number(request.headers['content-length'] ?? 0) > DROPPED_LIMIT) throw tooLarge();
  const chunks: Buffer[] = [];
  let length = 0;
  // A request's stream gives buffers as long as nobody sets an encoding.
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > DROPPED_LIMIT) throw tooLarge();
    if (length <= UPLOAD_LIMIT) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (length > UPLOAD_LIMIT) throw tooLarge();
  request.body = Buffer.concat(chunks, length);
}
