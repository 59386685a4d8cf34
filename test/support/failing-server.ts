/**
 * Holds a PostgreSQL of a test's own, in a process of its own: what starts it uses import.meta, which test files cannot
 * load. Told `crash`, `restart` or `stop` over the channel to its parent, it answers when that is done.
 */
import { startFailingServer } from './test-server.ts';

const server = await startFailingServer();
const answer = (what: object) => process.send?.(what);

async function obey(order: unknown): Promise<void> {
  if (order === 'crash') {
    await server.crash();
    answer({});
  } else if (order === 'restart') {
    answer({ port: await server.restart() });
  } else {
    await server.stop();
    process.exit();
  }
}

process.on('message', (order) => void obey(order));
// The test's process is gone, so nobody will say it.
process.on('disconnect', () => void obey('stop'));
answer({ access: server.access });
