import { DatabaseError, type Client } from 'pg';

/** One statement with its values. */
export type Statement = readonly [sql: string, values?: readonly unknown[]];

/** Something nobody may do: what is tried in one transaction, and how the refusal must begin: the SQLSTATE, and what is said. */
export interface ForbiddenAct<C> {
  readonly name: string;
  readonly refusal: string;
  readonly act: (at: C) => readonly Statement[] | ((client: Client) => Promise<void>);
}

/**
 * Tries an act in one transaction of its own, and answers `done`, or the SQLSTATE that refused it with the name of the
 * constraint or, of ours, the message. Leaves nothing behind.
 */
export async function attempt(
  client: Client,
  act: readonly Statement[] | ((client: Client) => Promise<void>),
  begin = 'BEGIN',
): Promise<string> {
  await client.query(begin);
  try {
    if (typeof act === 'function') await act(client);
    else for (const [sql, values] of act) await client.query(sql, [...(values ?? [])]);
    // Judges all that waits for COMMIT, without committing what should have been refused.
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return 'done';
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return `${error.code ?? ''} ${error.constraint ?? error.message}`;
  } finally {
    await client.query('ROLLBACK');
  }
}
