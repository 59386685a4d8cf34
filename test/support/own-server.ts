import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestServerAccess } from './database.ts';

/** A PostgreSQL that one test file has to itself and may crash. */
export interface OwnServer {
  readonly access: TestServerAccess;
  /** Ends it as a failing machine would: nothing that is only in its memory is written out. */
  crash(): Promise<void>;
  /** Starts it on what the crash left, and gives its port, which may be another one. */
  restart(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts it, with the production roles and the migrated template, in a folder that `stop` removes. */
export async function startOwnServer(): Promise<OwnServer> {
  const holder = fork(join('test', 'support', 'failing-server.ts'), { execArgv: [] });
  const { access } = await answerOf<{ access: TestServerAccess }>(holder);
  await leaveLogInMemory(access.adminUrl);
  return {
    access,
    crash: () => answerOf(holder, 'crash'),
    restart: async () => (await answerOf<{ port: number }>(holder, 'restart')).port,
    stop: async () => {
      const ended = once(holder, 'exit');
      holder.send('stop');
      await ended;
    },
  };
}

/** What the process that holds the server says next; throws where it ends instead. */
function answerOf<T>(holder: ChildProcess, order?: 'crash' | 'restart'): Promise<T> {
  return new Promise((done, fail) => {
    const ended = () => fail(new Error('The process that holds the server has ended.'));
    holder.once('exit', ended);
    holder.once('message', (answer) => {
      holder.off('exit', ended);
      done(answer as T); // the other end of the channel is failing-server.ts
    });
    if (order !== undefined) holder.send(order);
  });
}

/** By itself the server writes out its log every 200 ms, which would save most of what nobody waited for. */
async function leaveLogInMemory(adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(`ALTER SYSTEM SET wal_writer_delay = '10s'`);
  await client.query(`ALTER SYSTEM SET wal_writer_flush_after = '64MB'`);
  await client.query('SELECT pg_reload_conf()');
  await client.end();
}
