/**
 * The tables whose rows the ledger chains, and the columns of a row in the order in which its payload frames them, after
 * the table's name. Each is an SQL expression for the column's canonical text: identifiers and numbers as PostgreSQL
 * writes them, times in microseconds since 1970. A revision's texts are represented by its content hash.
 */
export const LEDGERED = {
  revision: [
    'id::text',
    'service_id::text',
    'parent_id::text',
    'merged_with_id::text',
    'content_hash',
    'author_id::text',
    'author_role',
    'amendment_id::text',
    '(extract(epoch FROM created_at) * 1000000)::bigint::text',
  ],
  approval: [
    'id::text',
    'amendment_id::text',
    'draft_number::text',
    'content_hash',
    'approver_id::text',
    'approver_role',
    'comment',
    '(extract(epoch FROM at) * 1000000)::bigint::text',
  ],
  commit: [
    'id::text',
    'edition_id::text',
    'number::text',
    'kind',
    'amendment_id::text',
    'parent_id::text',
    'tree_hash',
    'content_hash',
    'actor_id::text',
    '(extract(epoch FROM at) * 1000000)::bigint::text',
    'message',
  ],
  publication: [
    'id::text',
    'edition_id::text',
    'standard_id::text',
    'number::text',
    'commit_id::text',
    'tree_hash',
    "to_char(effective_date, 'YYYY-MM-DD')",
    'requested_by_id::text',
    'publisher_id::text',
    'publisher_role',
    'manifest_hash',
    '(extract(epoch FROM at) * 1000000)::bigint::text',
  ],
  withdrawal: [
    'publication_id::text',
    'explanation',
    "to_char(effective_date, 'YYYY-MM-DD')",
    'withdrawn_by_id::text',
    '(extract(epoch FROM at) * 1000000)::bigint::text',
  ],
  event: [
    'id::text',
    'subject_type',
    'subject_id::text',
    'edition_id::text',
    'amendment_id::text',
    'action',
    'outcome',
    'from_state',
    'to_state',
    'actor_id::text',
    'comment',
    'data',
    'request_id',
    '(extract(epoch FROM at) * 1000000)::bigint::text',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The column that names a row, the first of its payload. */
export function keyOf(table: LedgeredTable): 'id' | 'publication_id' {
  return table === 'withdrawal' ? 'publication_id' : 'id';
}

export type LedgeredTable = keyof typeof LEDGERED;
export const LEDGERED_TABLES = Object.keys(LEDGERED) as LedgeredTable[]; // the keys of the constant above

const COMMA = 0x2c;
const MINUS = 0x2d;
const COLON = 0x3a;
const ZERO = 0x30;

/**
 * The fields of a frame, or null where the text is none. Linear in its length.
 *
 * @example unframe('1:a,-,3:元,') // ['a', null, '元']
 */
export function unframe(framed: string): (string | null)[] | null {
  const bytes = new TextEncoder().encode(framed);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const fields: (string | null)[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] === MINUS) {
      if (bytes[at + 1] !== COMMA) return null;
      fields.push(null);
      at += 2;
      continue;
    }
    let length = 0;
    const start = at;
    for (let digit = (bytes[at] ?? 0) - ZERO; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - ZERO) {
      length = length * 10 + digit;
    }
    const end = at + 1 + length;
    if (at === start || bytes[at] !== COLON || bytes[end] !== COMMA) return null;
    try {
      fields.push(decoder.decode(bytes.subarray(at + 1, end)));
    } catch {
      // The length cuts a character in two: no frame that we wrote.
      return null;
    }
    at = end + 1;
  }
  return fields;
}
