import { createServer } from 'node:net';
import { codeOf } from '../error-code.ts';

/** A TCP port on the loopback interface that nothing listens on: the preferred one where it is free. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await portIsFree(preferred, '127.0.0.1'))) return preferred;
  return listen(0, '127.0.0.1');
}

/** Whether a server could listen there now. Throws where the host itself is impossible. */
export async function portIsFree(port: number, host: string): Promise<boolean> {
  try {
    await listen(port, host);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return false;
    throw error;
  }
}

function listen(port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => resolve(taken));
    });
  });
}
