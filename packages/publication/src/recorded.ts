import { unframe, type LedgerEvent } from '@dingben/ledger';

/** Columns of the tables that a proof is made of, in the order of `LEDGERED` in packages/ledger; a test compares them. */
export const COLUMNS = {
  revision: [
    'id',
    'serviceId',
    'parentId',
    'mergedWithId',
    'contentHash',
    'authorId',
    'authorRole',
    'amendmentId',
    'createdAt',
  ],
  approval: ['id', 'amendmentId', 'draftNumber', 'contentHash', 'approverId', 'approverRole', 'comment', 'at'],
  commit: [
    'id',
    'editionId',
    'number',
    'kind',
    'amendmentId',
    'parentId',
    'treeHash',
    'contentHash',
    'actorId',
    'at',
    'message',
  ],
  publication: [
    'id',
    'editionId',
    'standardId',
    'number',
    'commitId',
    'treeHash',
    'effectiveDate',
    'requestedById',
    'publisherId',
    'publisherRole',
    'manifestHash',
    'at',
  ],
} as const;

type Table = keyof typeof COLUMNS;

/** A row as the ledger recorded it, with the number of the event that did. */
export type Recorded<T extends Table> = Readonly<Record<(typeof COLUMNS)[T][number], string | null>> & {
  readonly seq: number;
};

/** The rows of one table among events, in order; what is no row of it is left out. */
export function rowsOf<T extends Table>(events: Iterable<LedgerEvent>, table: T): Recorded<T>[] {
  const columns: readonly string[] = COLUMNS[table];
  return [...events].flatMap(({ seq, payload }) => {
    const fields = unframe(payload);
    if (fields?.[0] !== table || fields.length !== columns.length + 1) return [];
    const named = columns.map((column, at) => [column, fields[at + 1] ?? null] as const);
    return [{ ...Object.fromEntries(named), seq } as Recorded<T>]; // exactly the columns of the table, and seq
  });
}
