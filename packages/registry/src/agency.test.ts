import { planSuccession, type Succession } from './agency.ts';

const NOBODY: ReadonlySet<string> = new Set();
const plan = (kind: Succession['kind'], from: string[], to: string[], ended = NOBODY) =>
  planSuccession({ kind, from, to }, ended);

test('a rename ends the one and has the other follow', () => {
  expect(plan('rename', ['市甲局'], ['市乙局'])).toEqual({
    ok: true,
    value: { ending: ['市甲局'], pairs: [{ from: '市甲局', to: '市乙局' }] },
  });
});

test('who outlives a merger or a split does not end', () => {
  expect(plan('merge', ['市甲局', '市乙局'], ['市甲局'])).toMatchObject({
    value: { ending: ['市乙局'], pairs: [{ from: '市乙局', to: '市甲局' }] },
  });
  expect(plan('split', ['市甲局'], ['市甲局', '市丙局'])).toMatchObject({
    value: { ending: [], pairs: [{ from: '市甲局', to: '市丙局' }] },
  });
});

test.each<readonly [Succession['kind'], string[], string[], string]>([
  ['rename', ['市甲局'], ['市 甲局'], 'agency.succession-shape'],
  ['rename', ['市甲局', '市乙局'], ['市丙局'], 'agency.succession-shape'],
  ['merge', ['市甲局'], ['市丙局'], 'agency.succession-shape'],
  ['split', ['市甲局'], ['市丙局'], 'agency.succession-shape'],
  ['merge', ['市甲局', '市甲局'], ['市丙局'], 'agency.name-repeated'],
  ['rename', ['市旧局'], ['市丙局'], 'agency.ended'],
  ['rename', ['市甲局'], ['市旧局'], 'agency.ended'],
])('%s of %j into %j is refused with %s', (kind, from, to, code) => {
  expect(plan(kind, from, to, new Set(['市旧局']))).toMatchObject({ ok: false, problem: { code } });
});
