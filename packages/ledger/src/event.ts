import { HASH_ALGORITHM, hashFields } from '@dingben/kernel/hash';

/** One event of the chain, as the export writes it. Numbers are whole and below 2^53. */
export interface LedgerEvent {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** The hash of the event before it; `GENESIS` for the first. */
  readonly prevHash: string;
  readonly hash: string;
  readonly algorithm: string;
  /** Version of the form that is hashed. */
  readonly form: number;
  /** Microseconds since 1970, taken by the database; never less than those of the event before. */
  readonly atUs: number;
  readonly actorId: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly beforeHash: string | null;
  readonly afterHash: string | null;
  readonly requestId: string | null;
  /** The row that was written, framed: its table's name, then its columns; see `LEDGERED`. */
  readonly payload: string;
}

/** What the first event follows. */
export const GENESIS = '0'.repeat(64);

/** The only form there is so far; another algorithm or layout gets another number. */
export const FORM = 1;

/** The hash of an event: SHA-256 of the frame of its fields. Its own hash is not among them. */
export function eventHash(event: Omit<LedgerEvent, 'hash'>): string {
  return hashFields('dingben.ledger/1', [
    event.algorithm,
    String(event.form),
    String(event.seq),
    event.prevHash,
    String(event.atUs),
    event.actorId,
    event.action,
    event.outcome,
    event.subjectType,
    event.subjectId,
    event.beforeHash,
    event.afterHash,
    event.requestId,
    event.payload,
  ]);
}

/** Whether this version can judge the event at all. */
export function isKnownForm(event: Pick<LedgerEvent, 'algorithm' | 'form'>): boolean {
  return event.algorithm === HASH_ALGORITHM && event.form === FORM;
}
