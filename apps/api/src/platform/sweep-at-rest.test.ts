import { setTimeout as wait } from 'node:timers/promises';
import Fastify from 'fastify';
import { sweepAtRest } from './sweep-at-rest.ts';

const REST = 300;
const MEGABYTE = 1024 * 1024;

function asked(sweep: () => void) {
  const fastify = Fastify();
  sweepAtRest(fastify, sweep, REST);
  fastify.get('/', () => 'answer');
  return { ask: () => fastify.inject('/'), close: () => fastify.close() };
}

test('a process is swept once it is at rest, and again only when something has grown', async () => {
  let sweeps = 0;
  let left: Buffer[] = [];
  const { ask, close } = asked(() => {
    sweeps++;
    left = [];
  });
  for (let time = 0; time < 10; time++) {
    await ask();
    await wait(REST / 15);
  }
  expect(sweeps).toBe(0);
  await wait(3 * REST);
  expect(sweeps).toBe(1);
  await ask();
  await wait(3 * REST);
  expect(sweeps).toBe(1);
  left.push(Buffer.alloc(40 * MEGABYTE));
  await ask();
  await wait(3 * REST);
  expect([sweeps, left.length]).toEqual([2, 0]);
  await close();
});
