import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../error-code.ts';
import { StartRefused } from './settings.ts';

/** Holds a folder for one start at a time. */
export interface FolderLock {
  /** What another start on the same folder is told. */
  tell(note: string): void;
  release(): void;
}

/**
 * Takes the lock of a folder, or refuses with what its holder says of itself. The lock is a listening socket, on Linux
 * one without a file, so the system frees it with the process, however that ended.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const name = `dingben-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  const path = process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
  let note = `process ${process.pid}`;
  const server = createServer((socket) => socket.on('error', () => undefined).end(note));
  if (!(await listens(server, path))) {
    const holder = await ask(path);
    if (holder !== undefined) throw new StartRefused(`${folder} is in use by another start (${holder}).`);
    // A socket file that nobody answers on was left by a killed process.
    rmSync(path, { force: true });
    if (!(await listens(server, path))) throw new StartRefused(`${folder} is in use by another start.`);
  }
  server.unref();
  return { tell: (text) => (note = `process ${process.pid}, ${text}`), release: () => void server.close() };
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const refused = (error: Error) => {
      if (codeOf(error) === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', refused);
    server.listen({ path }, () => {
      server.off('error', refused);
      resolve(true);
    });
  });
}

function ask(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ path, timeout: 1_000 });
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => resolve(undefined));
    socket.on('close', () => resolve(answer === '' ? 'it does not answer' : answer));
  });
}
