import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Vite names these by their content, so they never change. */
const ASSETS = 'assets/';
const YEAR = 'public, max-age=31536000, immutable';

/**
 * Delivers the built admin. An address outside /api that is no file is one of the admin's own pages, so it gets
 * index.html. Only files that were there at the start are delivered: an address is looked up, never joined to a path.
 */
export async function serveAdmin(fastify: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`There is no built admin in ${folder}.`);
  const files = new Set(filesUnder(folder, folder));
  await fastify.register(fastifyStatic, {
    root: folder,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: setCaching(folder),
  });
  fastify.get('/*', (request, reply) => {
    const path = pathOf(request.url);
    if (files.has(path)) reply.sendFile(path);
    else if (isPage(path)) reply.sendFile('index.html');
    else reply.callNotFound();
  });
}

/** A page that asks for a file of an older build must not get a page in its place. */
function isPage(path: string): boolean {
  return path !== 'api' && !path.startsWith('api/') && !path.startsWith(ASSETS);
}

function filesUnder(folder: string, root: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path, root);
    return entry.name.endsWith('.gz') || entry.name.endsWith('.br') ? [] : [relative(root, path).split(sep).join('/')];
  });
}

function setCaching(folder: string): (reply: FastifyReply, path: string) => void {
  const assets = join(folder, ASSETS);
  return (reply, path) => {
    void reply.header('Cache-Control', path.startsWith(assets) ? YEAR : 'no-cache');
  };
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  const path = end === -1 ? url : url.slice(0, end);
  try {
    return decodeURIComponent(path).replace(/^\/+/, '');
  } catch {
    return '';
  }
}
