import { getHeapStatistics } from 'node:v8';
import type { FastifyInstance } from 'fastify';

/** Less than this is not worth a sweep, in bytes. */
const GROWTH = 16 * 1024 * 1024;

/** What is swept, and when. */
export interface Sweeping {
  /** Gives memory back; null where the process was started without `--expose-gc`. */
  readonly sweep: (() => void) | null;
  /** Bytes that are used now. */
  readonly used: () => number;
  /** Nobody asked anything for this long, in milliseconds. */
  readonly rest: number;
}

/**
 * V8 sweeps when it needs room, so a process that was asked much and then nothing would keep what the burst left until
 * somebody asks again. A sweep takes a fifth of a second and drops compiled code too, so the rest is longer than the pauses
 * of people at work.
 */
export function sweepAtRest(fastify: FastifyInstance, { sweep, used, rest }: Sweeping = ownSweeping()): void {
  if (sweep === null) return;
  let swept = 0;
  const timer = setTimeout(() => {
    if (used() - swept < GROWTH) return;
    sweep();
    swept = used();
  }, rest).unref();
  fastify.addHook('onResponse', (_request, _reply, done) => {
    timer.refresh();
    done();
  });
}

function ownSweeping(): Sweeping {
  const { gc } = globalThis;
  return {
    // Only this flavour gives pages back to the system.
    sweep: gc === undefined ? null : () => gc({ type: 'major', flavor: 'last-resort' }),
    used: () => {
      const { used_heap_size, external_memory } = getHeapStatistics();
      return used_heap_size + external_memory;
    },
    rest: 60_000,
  };
}
