import { createRequire } from 'node:module';
import type autocannonType from 'autocannon';

// autocannon is CommonJS with a callable export.
const autocannon = createRequire(import.meta.url)('autocannon') as typeof autocannonType;

export interface LoadResult {
  /** Answered requests a second. */
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly errors: number;
}

export interface LoadRequest {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What one connection asks next, told how the last was answered; bodies are not read, so that measuring costs little. */
export type Script = (connection: number) => {
  next(): LoadRequest;
  answered?(status: number, etag: string | undefined): void;
};

/** Keeps `connections` connections busy for `seconds`; bounded, loopback only. */
export async function load(
  url: string,
  script: Script,
  options: { connections: number; seconds: number },
): Promise<LoadResult> {
  const statuses: Record<string, number> = {};
  let connection = 0;
  const result = await autocannon({
    url,
    connections: options.connections,
    duration: options.seconds,
    timeout: 10,
    setupClient: (client) => {
      const turn = script(connection++);
      client.setRequests([
        {
          setupRequest: (request) => ({ ...request, ...turn.next() }),
          onResponse: (status, _body, _context, headers) => {
            statuses[String(status)] = (statuses[String(status)] ?? 0) + 1;
            turn.answered?.(status, headers?.['etag']?.toString());
          },
        },
      ]);
    },
  });
  const answered = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  return {
    rate: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    statuses,
    errors: result.errors,
  };
}
