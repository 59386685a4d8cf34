import { Batch } from './batch.ts';

/** Answers each key with the number of the query that asked for it, when told to. */
function counted(): { batch: Batch<number>; asked: (readonly string[])[]; answer: () => void } {
  const asked: (readonly string[])[] = [];
  let release: () => void = () => undefined;
  const batch = new Batch<number>(async (keys) => {
    asked.push(keys);
    const query = asked.length;
    await new Promise<void>((resolve) => (release = resolve));
    return new Map(keys.filter((key) => key !== 'missing').map((key) => [key, query]));
  });
  return { batch, asked, answer: () => release() };
}

const turn = (): Promise<void> => new Promise((next) => setTimeout(next, 5));

test('questions of one moment go in one query, each key once', async () => {
  const { batch, asked, answer } = counted();
  const answers = Promise.all(['a', 'b', 'a', 'missing'].map((key) => batch.get(key)));
  await turn();
  answer();
  expect(await answers).toEqual([1, 1, 1, undefined]);
  expect(asked).toEqual([['a', 'b', 'missing']]);
});

test('a question that comes while a query runs is answered by the next', async () => {
  const { batch, asked, answer } = counted();
  const first = batch.get('a');
  await turn();
  const second = batch.get('a');
  await turn();
  expect(asked).toHaveLength(1);
  answer();
  expect(await first).toBe(1);
  await turn();
  answer();
  expect(await second).toBe(2);
});

test('a query that fails fails its questions and no others', async () => {
  let attempts = 0;
  const batch = new Batch<string>((keys) => {
    attempts++;
    return attempts === 1 ? Promise.reject(new Error('away')) : Promise.resolve(new Map(keys.map((key) => [key, key])));
  });
  await expect(Promise.all([batch.get('a'), batch.get('b')])).rejects.toThrow('away');
  expect(await batch.get('a')).toBe('a');
});

test('a batch with a pause gathers what comes within it', async () => {
  const asked: (readonly string[])[] = [];
  const answer = (keys: readonly string[]) => {
    asked.push(keys);
    return Promise.resolve(new Map(keys.map((key) => [key, true as const])));
  };
  const batch = new Batch<true>(answer, 40);
  const first = batch.get('a');
  await turn();
  const second = batch.get('b');
  expect(asked).toEqual([]);
  await Promise.all([first, second]);
  expect(asked).toEqual([['a', 'b']]);
});
