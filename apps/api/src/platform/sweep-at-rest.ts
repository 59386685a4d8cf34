import { getHeapStatistics } from 'node:v8';
import type { FastifyInstance } from 'fastify';

/** Nobody asked anything for this long, in milliseconds. */
const REST = 3_000;
/** Less than this is not worth a sweep, in bytes. */
const GROWTH = 16 * 1024 * 1024;

/**
 * V8 sweeps when it needs room, so a process that was asked much and then nothing would keep what the burst left until
 * somebody asks again. A sweep takes a fifth of a second, which at rest delays nobody.
 */
export function sweepAtRest(fastify: FastifyInstance, sweep = thoroughSweep(), rest = REST): void {
  if (sweep === null) return;
  let swept = 0;
  const timer = setTimeout(() => {
    if (memoryUsed() - swept < GROWTH) return;
    sweep();
    swept = memoryUsed();
  }, rest).unref();
  fastify.addHook('onResponse', (_request, _reply, done) => {
    timer.refresh();
    done();
  });
}

/** One that gives pages back to the system. A process that was started without `--expose-gc` has none. */
function thoroughSweep(): (() => void) | null {
  const { gc } = globalThis;
  return gc === undefined ? null : () => gc({ type: 'major', flavor: 'last-resort' });
}

function memoryUsed(): number {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory;
}
