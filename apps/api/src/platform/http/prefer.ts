import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The answer of a change whose whole result was not asked for: 204 with the new version as the ETag. */
export class Changed {
  readonly version: number;

  constructor(version: number) {
    this.version = version;
  }
}

/** Whether the client wants no more than that it was done (`Prefer: return=minimal`, RFC 7240): it knows what it sent. */
export const PrefersMinimal = createParamDecorator((_: undefined, context: ExecutionContext): boolean => {
  const { prefer } = context.switchToHttp().getRequest<FastifyRequest>().headers;
  return typeof prefer === 'string' && /(?:^|[,;] *)return=minimal *(?:[,;]|$)/.test(prefer);
});
