import { setTimeout as wait } from 'node:timers/promises';
import Fastify from 'fastify';
import { sweepAtRest } from './sweep-at-rest.ts';

const REST = 300;
const MEGABYTE = 1024 * 1024;

test('a process is swept once it is at rest, and again only when something has grown', async () => {
  const fastify = Fastify();
  let [sweeps, used] = [0, 60 * MEGABYTE];
  const sweep = (): void => {
    sweeps++;
    used = 50 * MEGABYTE;
  };
  sweepAtRest(fastify, { sweep, used: () => used, rest: REST });
  fastify.get('/', () => 'answer');
  const askAndRest = async (): Promise<void> => {
    await fastify.inject('/');
    await wait(3 * REST);
  };
  for (let time = 0; time < 10; time++) {
    await fastify.inject('/');
    await wait(REST / 15);
  }
  expect(sweeps).toBe(0);
  await askAndRest();
  expect(sweeps).toBe(1);
  used += 10 * MEGABYTE;
  await askAndRest();
  expect(sweeps).toBe(1);
  used += 10 * MEGABYTE;
  await askAndRest();
  expect([sweeps, used]).toEqual([2, 50 * MEGABYTE]);
  await fastify.close();
});
