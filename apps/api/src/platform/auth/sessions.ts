import { Injectable } from '@nestjs/common';
import { sha256 } from '@dingben/kernel/hash';
import { isRole } from '@dingben/workflow';
import { Batch } from '../prisma/batch.js';
import { HotReads, type HotStatement } from '../prisma/hot-reads.js';
import type { Actor } from './actor.js';

/** A session ends after half an hour without a request, and after twelve hours whatever happens. */
export const SESSION = { idleMinutes: 30, absoluteHours: 12 } as const;
export const SESSION_COOKIE = 'dingben_session';

interface SessionRow {
  hash: string;
  id: string;
  username: string;
  name: string;
  roles: string[];
  unseen: boolean;
}

/** The clock is the database's: two services whose clocks differ end a session at the same moment. */
const FIND: HotStatement = {
  name: 'session_find',
  text: `SELECT s.token_hash AS hash, a.id::text, a.username, a.name, a.roles, s.last_seen_at < now() - interval '1 minute' AS unseen
    FROM session s JOIN account a ON a.id = s.account_id
    WHERE s.token_hash = ANY($1) AND s.revoked_at IS NULL AND a.active AND s.expires_at > now()
      AND s.last_seen_at > now() - interval '${SESSION.idleMinutes} minutes'`,
};

const SEEN: HotStatement = {
  name: 'session_seen',
  text: `UPDATE session SET last_seen_at = now()
    WHERE token_hash = $1 AND revoked_at IS NULL AND last_seen_at < now() - interval '1 minute'`,
};

/**
 * Who a session token belongs to, asked of the database on every request: a revoked session is out at once. Requests that
 * arrive together ask together.
 */
@Injectable()
export class Sessions {
  readonly #reads: HotReads;
  readonly #found: Batch<SessionRow>;

  constructor(reads: HotReads) {
    this.#reads = reads;
    this.#found = new Batch(async (hashes) => {
      const rows = await reads.rows<SessionRow>(FIND, [hashes]);
      return new Map(rows.map((row) => [row.hash, row]));
    });
  }

  /** The person behind the token, or null where it is unknown, revoked, expired or idle for too long. */
  async find(token: string, requestId: string): Promise<Actor | null> {
    const sessionHash = sha256(token);
    const row = await this.#found.get(sessionHash);
    if (row === undefined) return null;
    // At most one write a minute and session: reading must not cost a commit.
    if (row.unseen) await this.#reads.rows(SEEN, [sessionHash]);
    const { id, username, name } = row;
    return { id, username, name, roles: row.roles.filter(isRole), requestId, sessionHash };
  }

  /** Whether the session still stands, without counting as use of it. */
  async stands(sessionHash: string): Promise<boolean> {
    return (await this.#found.get(sessionHash)) !== undefined;
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
