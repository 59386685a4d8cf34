/**
 * Starts the PostgreSQL that integration, end-to-end and browser tests share, once for a run. Loaded by Node itself, so
 * it may import the command line's own modules; tests reach the server through the environment variable it sets.
 */
import { startTestServer } from './test-server.ts';

export default async function globalSetup() {
  const server = await startTestServer();
  process.env.DINGBEN_TEST_SERVER = JSON.stringify(server.access);
  globalThis.dingbenTestServer = server;
}
