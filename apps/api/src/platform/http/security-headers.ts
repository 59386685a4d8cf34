import type { FastifyReply, FastifyRequest } from 'fastify';
import helmet from 'helmet';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';

const HEADERS = securityHeaders();

/**
 * Puts the security headers and the request's id on an answer; on the raw response, so that answers that leave Fastify
 * (streams of events) carry them too.
 */
export function addSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  for (const [name, value] of HEADERS) reply.raw.setHeader(name, value);
  reply.raw.setHeader('X-Request-Id', request.id);
}

/** The same for every request, so helmet is asked once and not on each. */
function securityHeaders(): [string, string][] {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  const apply = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        // emotion, which draws the admin, writes its rules into style elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        scriptSrcAttr: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    // Whether the service is behind https is the proxy's to say; on a plain intranet the header would lock people out.
    strictTransportSecurity: false,
    // Needs https; on a plain address browsers ignore it with a warning.
    originAgentCluster: false,
    crossOriginOpenerPolicy: false,
  });
  apply(new IncomingMessage(new Socket()), response, () => undefined);
  return Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]);
}
