/**
 * What a careful programmer would write without any product around it: a bare `node:http` server with hand-written,
 * prepared SQL through `pg` on the same database. No sessions, no rights, no ledger: the most that the machine gives.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

const ENTRY = `SELECT s.id, s.code, c.title AS category, ch.title AS chapter, r.id AS "revisionId", r.title, r.target_group, r.content,
    r.standard, r.funding, r.lead_agency, r.content_hash, r.created_at, a.name AS author
  FROM placement p JOIN service s ON s.id = p.service_id JOIN section c ON c.id = p.section_id
  LEFT JOIN section ch ON ch.id = c.parent_id JOIN revision r ON r.id = p.revision_id JOIN account a ON a.id = r.author_id`;
const REFERENCES = `SELECT revision_id, items FROM reference_list WHERE revision_id = ANY($1)`;
const HISTORY = `SELECT r.id, r.title, r.target_group, r.content, r.standard, r.funding, r.lead_agency, r.content_hash, r.created_at, a.name AS author
  FROM revision r JOIN account a ON a.id = r.author_id WHERE r.service_id = $1 ORDER BY r.created_at DESC LIMIT 20`;

type Handler = (pool: pg.Pool, parts: readonly string[], request: IncomingMessage) => Promise<unknown>;

const handlers: Readonly<Record<string, Handler>> = {
  entry: async (pool, [editionId, serviceId]) => {
    const rows = await pool.query({
      name: 'entry',
      text: `${ENTRY} WHERE p.edition_id = $1 AND p.service_id = $2`,
      values: [editionId, serviceId],
    });
    const entry = rows.rows[0] as { revisionId: string };
    const references = await pool.query({ name: 'references', text: REFERENCES, values: [[entry.revisionId]] });
    return { ...entry, references: (references.rows[0] as { items: unknown } | undefined)?.items };
  },
  list: async (pool, [editionId, offset]) => {
    const rows = await pool.query({
      name: 'list',
      text: `${ENTRY} WHERE p.edition_id = $1 ORDER BY ch.position, c.position, p.position LIMIT 25 OFFSET $2`,
      values: [editionId, Number(offset)],
    });
    const entries = rows.rows as { revisionId: string; references?: unknown[] }[];
    const references = await pool.query({
      name: 'references',
      text: REFERENCES,
      values: [entries.map((entry) => entry.revisionId)],
    });
    const lists = references.rows as { revision_id: string; items: unknown }[];
    const byRevision = new Map(lists.map((row) => [row.revision_id, row.items]));
    return entries.map((entry) => ({ ...entry, references: byRevision.get(entry.revisionId) }));
  },
  history: async (pool, [serviceId]) =>
    (await pool.query<{ id: string }>({ name: 'history', text: HISTORY, values: [serviceId] })).rows,
  save: async (pool, [rowId], request) => {
    const body = JSON.parse(await read(request)) as { text: string };
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query({
        name: 'row',
        text: 'UPDATE bench.entry SET text = $2, version = version + 1 WHERE id = $1',
        values: [rowId, body.text],
      });
      await client.query({
        name: 'revision',
        text: 'INSERT INTO bench.revision (id, entry_id, text) VALUES ($1, $2, $3)',
        values: [randomUUID(), rowId, body.text],
      });
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
    return { saved: true };
  },
};

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function answer(pool: pg.Pool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, name = '', ...parts] = (request.url ?? '').split('/');
  const handler = handlers[name];
  if (handler === undefined) {
    response.writeHead(404).end();
    return;
  }
  const body = JSON.stringify(await handler(pool, parts, request));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}

const pool = new pg.Pool({
  connectionString: process.env['DATABASE_URL'],
  max: Number(process.env['DINGBEN_POOL'] ?? 20),
});
const server = createServer((request, response) => {
  answer(pool, request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })}\n`);
});
