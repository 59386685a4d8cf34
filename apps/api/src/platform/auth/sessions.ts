import { Injectable } from '@nestjs/common';
import { sha256 } from '@dingben/kernel/hash';
import { isRole } from '@dingben/workflow';
import { Batch } from '../prisma/batch.js';
import { HotReads, type HotStatement } from '../prisma/hot-reads.js';
import type { Actor, SpentKey } from './actor.js';

/** A session ends after half an hour without a request, and after twelve hours whatever happens. */
export const SESSION = { idleMinutes: 30, absoluteHours: 12 } as const;
export const SESSION_COOKIE = 'dingben_session';

interface SessionRow {
  /** Which of the questions it answers, from 1. */
  asked: string;
  id: string;
  username: string;
  name: string;
  roles: string[];
  unseen: boolean;
  requestHash: string | null;
  status: number | null;
  body: string | null;
  etag: string | null;
}

/** Who asks, and whether this command of his was carried out before. */
export interface Admitted {
  readonly actor: Actor;
  readonly spentKey: SpentKey | null;
}

/**
 * The clock is the database's: two services whose clocks differ end a session at the same moment. LIMIT keeps the planner from
 * reading every spent key for the few that are asked for.
 */
const FIND: HotStatement = {
  name: 'session_find',
  text: `SELECT asked.ordinality AS asked, found.*, k.request_hash AS "requestHash", k.status, k.body, k.etag
    FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked(token_hash, key) CROSS JOIN LATERAL (
      SELECT a.id, a.username, a.name, a.roles, s.last_seen_at < now() - interval '1 minute' AS unseen
      FROM session s JOIN account a ON a.id = s.account_id
      WHERE s.token_hash = asked.token_hash AND s.revoked_at IS NULL AND a.active AND s.expires_at > now()
        AND s.last_seen_at > now() - interval '${SESSION.idleMinutes} minutes' LIMIT 1) AS found
    LEFT JOIN LATERAL (SELECT * FROM idempotency_key WHERE account_id = found.id AND key = asked.key LIMIT 1) AS k ON true`,
};

const SEEN: HotStatement = {
  name: 'session_seen',
  text: `UPDATE session SET last_seen_at = now()
    WHERE token_hash = $1 AND revoked_at IS NULL AND last_seen_at < now() - interval '1 minute'`,
};

/**
 * Who a session token belongs to, asked of the database on every request: a revoked session is out at once. Requests that
 * arrive together ask together, and a command asks for its key in the same breath.
 */
@Injectable()
export class Sessions {
  readonly #reads: HotReads;
  readonly #found: Batch<SessionRow>;

  constructor(reads: HotReads) {
    this.#reads = reads;
    this.#found = new Batch(async (questions) => {
      // Neither a hash nor a key holds a blank.
      const parts = questions.map((question) => question.split(' '));
      const keys = parts.map(([, key = '']) => (key === '' ? null : key));
      const rows = await reads.rows<SessionRow>(FIND, [parts.map(([hash]) => hash), keys]);
      return new Map(rows.map((row) => [questions[Number(row.asked) - 1] ?? '', row]));
    });
  }

  /** The person behind the token, or null where it is unknown, revoked, expired or idle for too long. */
  async find(token: string, requestId: string, key: string | null): Promise<Admitted | null> {
    const sessionHash = sha256(token);
    const row = await this.#found.get(`${sessionHash} ${key ?? ''}`);
    if (row === undefined) return null;
    // At most one write a minute and session: reading must not cost a commit.
    if (row.unseen) await this.#reads.rows(SEEN, [sessionHash]);
    const { id, username, name, requestHash, status, body, etag } = row;
    const actor = { id, username, name, roles: row.roles.filter(isRole), requestId, sessionHash };
    return { actor, spentKey: requestHash === null ? null : { requestHash, status, body, etag } };
  }

  /** Whether the session still stands, without counting as use of it. */
  async stands(sessionHash: string): Promise<boolean> {
    return (await this.#found.get(`${sessionHash} `)) !== undefined;
  }
}

/** The token in a Cookie header, or null; read by hand, because every request does it. */
export function tokenOf(cookieHeader: string | undefined): string | null {
  if (cookieHeader === undefined) return null;
  for (const part of cookieHeader.split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === SESSION_COOKIE) {
      const value = part.slice(at + 1).trim();
      return /^[A-Za-z0-9_-]{43}$/.test(value) ? value : null;
    }
  }
  return null;
}
