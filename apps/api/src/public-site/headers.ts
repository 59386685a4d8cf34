import type { FastifyReply } from 'fastify';

/** Where the public reads: data below the one, pages below the other. */
export const PUBLIC_API = '/api/public';
export const PUBLIC_PAGES = '/public';

/** What says its whole address itself: the pages are no part of the API. */
export const PUBLIC_ROUTES = [PUBLIC_PAGES, `${PUBLIC_PAGES}/*path`, `${PUBLIC_API}/*path`] as const;

/** Nothing is fetched but the style sheet, nothing runs, and no other site may frame it. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join(';');

/** What differs here from the headers of the rest: any site may read the answers, and there is less that a page may do. */
export function addPublicHeaders(url: string, reply: FastifyReply): void {
  if (!isBelow(url, PUBLIC_API) && !isBelow(url, PUBLIC_PAGES)) return;
  reply.raw.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
  reply.raw.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
  reply.raw.setHeader('Access-Control-Allow-Origin', '*');
  reply.raw.setHeader('Access-Control-Expose-Headers', 'ETag, Digest, Repr-Digest, Content-Disposition');
}

function isBelow(url: string, root: string): boolean {
  const next = url.charAt(root.length);
  return url.startsWith(root) && (next === '' || next === '/' || next === '?');
}
