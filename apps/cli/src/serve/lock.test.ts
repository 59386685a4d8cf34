import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { lockFolder } from './lock.ts';

test('a folder is locked for one start at a time, which says who it is', async () => {
  const folder = `/data/${randomUUID()}`;
  const lock = await lockFolder(folder);
  lock.tell('http://127.0.0.1:3000');
  const sentence = `${folder} is in use by another start (process ${process.pid}, http://127.0.0.1:3000).`;
  await expect(lockFolder(folder)).rejects.toThrow(sentence);
  lock.release();
  (await lockFolder(folder)).release();
});

test('two folders are locked apart', async () => {
  const first = await lockFolder(`/data/${randomUUID()}`);
  const second = await lockFolder(`/data/${randomUUID()}`);
  first.release();
  second.release();
});
