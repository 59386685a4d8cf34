/** What PostgreSQL or the way to it said was wrong. */
export interface DatabaseFault {
  /** SQLSTATE, e.g. `23505`; `08006` for a connection that could not be made or was lost. */
  readonly state: string;
  readonly message: string;
  readonly constraint: string | null;
}

const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'EPIPE']);
/** Prisma's own: pool time-out, transaction could not start or has ended, server unreachable. */
const PRISMA_CONNECTION = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028']);
const PRISMA_STATES: Readonly<Record<string, string>> = { P2002: '23505', P2003: '23503', P2034: '40001' };

/**
 * The database's own fault behind an error of `pg`, of Prisma's object interface or of its raw queries, which wrap the
 * same SQLSTATE in three shapes; null for any other error.
 */
export function databaseFault(error: unknown, depth = 0): DatabaseFault | null {
  if (typeof error !== 'object' || error === null || depth > 4) return null;
  const seen = error as Record<string, unknown>; // read field by field below, each checked
  const inner = databaseFault(driverCause(seen), depth + 1) ?? databaseFault(seen['cause'], depth + 1);
  if (inner !== null) return inner;
  const message = textOf(seen['originalMessage']) ?? textOf(seen['message']) ?? '';
  const original = textOf(seen['originalCode']);
  if (original !== null) return { state: original, message, constraint: constraintOf(seen) };
  const code = textOf(seen['code']);
  if (code === null) return isConnectionText(message) ? { state: '08006', message, constraint: null } : null;
  if (NETWORK.has(code) || PRISMA_CONNECTION.has(code)) return { state: '08006', message, constraint: null };
  const state = PRISMA_STATES[code];
  if (state !== undefined) return { state, message, constraint: constraintOf(seen) };
  if (/^[0-9A-Z]{5}$/.test(code) && 'severity' in seen) return { state: code, message, constraint: constraintOf(seen) };
  return null;
}

/** Integrity, serialisation, a lock that was not to be had, a trigger of ours: PostgreSQL undid the statement, and says so. */
const REFUSED = /^(23...|40001|40P01|55P03|DN...)$/;

/** Whether the database refused a statement for what it was to do; nothing of it was written. */
export function wasRefused(error: unknown): boolean {
  const fault = databaseFault(error);
  return fault !== null && REFUSED.test(fault.state);
}

function driverCause(error: Record<string, unknown>): unknown {
  const meta = error['meta'];
  if (typeof meta !== 'object' || meta === null) return null;
  const adapterError = (meta as Record<string, unknown>)['driverAdapterError']; // Prisma types meta as unknown
  if (typeof adapterError !== 'object' || adapterError === null) return null;
  return (adapterError as Record<string, unknown>)['cause'];
}

function constraintOf(fault: Record<string, unknown>): string | null {
  const constraint = fault['constraint'];
  if (typeof constraint === 'string') return constraint;
  if (typeof constraint !== 'object' || constraint === null) return null;
  return textOf((constraint as Record<string, unknown>)['index']); // the adapter's shape: { index } or { fields }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** `pg` gives these no code. */
function isConnectionText(message: string): boolean {
  return (
    message.startsWith('timeout exceeded when trying to connect') ||
    message.startsWith('Connection terminated') ||
    message.startsWith('Cannot use a pool after calling end') ||
    message.startsWith('Query read timeout')
  );
}
