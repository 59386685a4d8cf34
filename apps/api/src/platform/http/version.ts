import { ApiHeader } from '@nestjs/swagger';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** The version that the caller saw. 428 where the header is missing, 400 where it is not `"<number>"`. */
export const IfMatch = createParamDecorator((_: undefined, context: ExecutionContext): number => {
  return readVersion(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']);
});

function readVersion(header: string | undefined): number {
  if (header === undefined || header === '') throw new ProblemError(428, 'request.version-missing');
  const match = /^"(\d{1,9})"$/.exec(header);
  if (match === null)
    throw new ProblemError(400, 'request.invalid', { errors: { 'If-Match': { code: 'field.format' } } });
  return Number(match[1]);
}

/** Says in the OpenAPI document that the handler reads If-Match. */
export function ApiIfMatch(): MethodDecorator {
  return ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The ETag that was read.',
    schema: { type: 'string' },
  });
}
