import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { reread } from './reread.ts';

/** A server whose answers say what stood when it was asked, and arrive when the test lets them. */
function slowServer() {
  const waiting: (() => void)[] = [];
  const server = {
    stands: 'before',
    answer: () => {
      const said = server.stands;
      return new Promise<string>((resolve) => waiting.push(() => resolve(said)));
    },
    arrive: async () => {
      waiting.splice(0).forEach((arrives) => arrives());
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  return server;
}

function watched() {
  const server = slowServer();
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const observer = new QueryObserver(queries, { queryKey: ['amendment', '7'], queryFn: server.answer });
  const stop = observer.subscribe(() => undefined);
  return { server, queries, seen: () => observer.getCurrentResult().data, stop };
}

test('a first answer on its way since before the change is asked for again', async () => {
  const { server, queries, seen, stop } = watched();
  server.stands = 'after';
  const done = reread(queries, ['amendment']);
  await server.arrive();
  expect(seen()).toBe('before');
  await server.arrive();
  expect(seen()).toBe('after');
  await done;
  stop();
});

test('what is there is read again once, and what lies elsewhere not at all', async () => {
  const { server, queries, seen, stop } = watched();
  await server.arrive();
  server.stands = 'after';
  await reread(queries, ['edition']);
  expect(seen()).toBe('before');
  const done = reread(queries, ['amendment']);
  await server.arrive();
  expect(seen()).toBe('after');
  await done;
  stop();
});
