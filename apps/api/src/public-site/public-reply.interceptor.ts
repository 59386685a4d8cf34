import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { concatMap, type Observable } from 'rxjs';
import { CACHE_CONTROL, PublicRedirect, PublicResource, isKnown } from './resource.js';

/** Answers a resource with what lets it be kept, and with 304 whoever keeps it already. */
@Injectable()
export class PublicReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(concatMap((value) => deliver(request, reply, value)));
  }
}

async function deliver(request: FastifyRequest, reply: FastifyReply, value: unknown): Promise<unknown> {
  if (value instanceof PublicRedirect) {
    void reply.status(302).header('Location', value.location).header('Cache-Control', CACHE_CONTROL.shortly);
    return '';
  }
  if (!(value instanceof PublicResource)) throw new Error('a public handler answers with a resource');
  const tag = `"${value.sha256}"`;
  void reply.header('ETag', tag).header('Cache-Control', CACHE_CONTROL[value.caching]);
  if (value.status === 200 && isKnown(request.headers['if-none-match'], tag)) {
    void reply.status(304);
    return undefined;
  }
  const digest = Buffer.from(value.sha256, 'hex').toString('base64');
  void reply
    .status(value.status)
    .headers(value.headers)
    .header('Content-Type', value.mediaType)
    .header('Digest', `sha-256=${digest}`)
    .header('Repr-Digest', `sha-256=:${digest}:`);
  return value.body();
}
