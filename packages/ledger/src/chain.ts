import { eventHash, GENESIS, isKnownForm, type LedgerEvent } from './event.ts';

/** What can be wrong with an event in its place. */
export type ChainCode = 'ledger.sequence' | 'ledger.form' | 'ledger.link' | 'ledger.time' | 'ledger.hash';

export interface BadEvent {
  /** The sequence number at which the chain breaks: that of the event, or the one that is missing. */
  readonly seq: number;
  readonly code: ChainCode;
}

/** The end of a chain: what the next event has to follow. */
export interface Tail {
  readonly seq: number;
  readonly hash: string;
  readonly atUs: number;
}

export const START: Tail = { seq: 0, hash: GENESIS, atUs: 0 };

export interface ChainResult {
  readonly ok: boolean;
  /** How many events were judged good, in a row from the first. */
  readonly events: number;
  readonly head: { readonly seq: number; readonly hash: string } | null;
  readonly firstBad: BadEvent | null;
}

/** What is wrong with an event that follows `tail`, or null. */
export function judgeEvent(tail: Tail, event: LedgerEvent): BadEvent | null {
  const seq = tail.seq + 1;
  if (event.seq !== seq) return { seq, code: 'ledger.sequence' };
  if (!isKnownForm(event)) return { seq, code: 'ledger.form' };
  if (event.prevHash !== tail.hash) return { seq, code: 'ledger.link' };
  if (event.atUs < tail.atUs) return { seq, code: 'ledger.time' };
  if (event.hash !== eventHash(event)) return { seq, code: 'ledger.hash' };
  return null;
}

/**
 * Judges a whole chain, stopping at the first event that is wrong. A chain that was cut off at its end is a good chain:
 * only a checkpoint kept elsewhere knows that there was more.
 */
export function verifyChain(events: Iterable<LedgerEvent>): ChainResult {
  let tail = START;
  for (const event of events) {
    const firstBad = judgeEvent(tail, event);
    if (firstBad !== null) return chainResult(tail, firstBad);
    tail = event;
  }
  return chainResult(tail, null);
}

/** The result for a chain that is good up to `tail`. */
export function chainResult(tail: Tail, firstBad: BadEvent | null): ChainResult {
  const head = tail.seq === 0 ? null : { seq: tail.seq, hash: tail.hash };
  return { ok: firstBad === null, events: tail.seq, head, firstBad };
}
