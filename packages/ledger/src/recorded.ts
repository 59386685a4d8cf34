import { sha256 } from '@dingben/kernel/hash';
import type { LedgerEvent } from './event.ts';
import { LEDGERED, unframe, type LedgeredTable } from './payload.ts';

/** What the ledger says was written, by which the rows that stand are judged. */
export class Recorded {
  readonly #rows = new Map<string, { readonly table: string; readonly seq: number; readonly payloadHash: string }>();
  readonly #states = new Map<string, { readonly seq: number; readonly state: string }>();

  add(event: LedgerEvent): void {
    const fields = unframe(event.payload);
    const [table, id] = fields ?? [];
    if (fields === null || table === null || table === undefined || id === null || id === undefined) return;
    this.#rows.set(`${table} ${id}`, { table, seq: event.seq, payloadHash: sha256(event.payload) });
    if (table === 'event') this.#noteState(fields, event.seq);
  }

  #noteState(fields: readonly (string | null)[], seq: number): void {
    const subject = fields[1 + LEDGERED.event.indexOf('subject_id::text')];
    const state = fields[1 + LEDGERED.event.indexOf('to_state')];
    if (typeof subject === 'string' && typeof state === 'string') this.#states.set(subject, { seq, state });
  }

  /** The event that recorded the row; what was asked for is forgotten, so that what is left at the end is missing. */
  take(table: LedgeredTable, id: string): { readonly seq: number; readonly payloadHash: string } | undefined {
    const key = `${table} ${id}`;
    const row = this.#rows.get(key);
    this.#rows.delete(key);
    return row;
  }

  /** The state that the last event of an edition or amendment led to. */
  state(subject: string): { readonly seq: number; readonly state: string } | undefined {
    return this.#states.get(subject);
  }

  /** Rows that were recorded and never asked for. */
  *left(): Generator<{ readonly table: string; readonly id: string; readonly seq: number }, void, undefined> {
    for (const [key, { table, seq }] of this.#rows) yield { table, id: key.slice(table.length + 1), seq };
  }
}
