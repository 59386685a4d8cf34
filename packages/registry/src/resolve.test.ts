import type { Regulation } from './regulation.ts';
import { standingOf } from './facts.ts';
import { Resolver, type Cited } from './resolve.ts';

function regulation(change: Partial<Regulation> & { id: string }): Regulation {
  return {
    title: '国家基本公共卫生服务规范（第三版）',
    numbers: [],
    issuer: null,
    level: null,
    issuedOn: null,
    effectiveOn: null,
    repealedOn: null,
    status: 'in-force',
    source: null,
    successorId: null,
    mergedIntoId: null,
    ...change,
  };
}

const numbered: Cited = { title: '国家基本公共卫生服务规范（第三版）', number: '国卫基层发〔2017〕13号' };
const titled: Cited = { title: '国家基本公共卫生服务规范（第三版）' };

describe('a citation means', () => {
  test('the registered regulation with its number, however the brackets are written', () => {
    const resolver = new Resolver([regulation({ id: 'a', numbers: ['国卫基层发〔2017〕13号'] })], []);
    expect(resolver.resolve({ ...numbered, number: '国卫基层发﹝2017﹞ 13号' })).toMatchObject({
      by: 'number',
      regulationId: 'a',
    });
  });

  test('by its title alone, the regulation of that title', () => {
    const resolver = new Resolver([regulation({ id: 'a', numbers: ['国卫基层发〔2017〕13号'] })], [numbered, titled]);
    expect(resolver.resolve(titled)).toMatchObject({ by: 'title', regulationId: 'a' });
  });

  test('nothing registered, where the number is another, whatever the title', () => {
    const resolver = new Resolver([regulation({ id: 'a', numbers: ['国卫基层发〔2017〕13号'] })], []);
    expect(resolver.resolve({ ...numbered, number: '国卫基层发〔2011〕38号' }).regulationId).toBeNull();
  });

  test('of two of one title the one in force, else the later', () => {
    const old = regulation({ id: 'a', issuedOn: '2011-01-01' });
    const late = regulation({ id: 'b', issuedOn: '2017-02-28', status: 'repealed' });
    expect(new Resolver([old, late], []).resolve(titled).regulationId).toBe('a');
    expect(new Resolver([{ ...old, status: 'amended' }, late], []).resolve(titled).regulationId).toBe('b');
  });

  test('what the regulation was merged into, through any number of mergers', () => {
    const rows = [
      regulation({ id: 'a', numbers: ['国卫基层发〔2017〕13号'], mergedIntoId: 'b' }),
      regulation({ id: 'b', title: '甲', mergedIntoId: 'c' }),
      regulation({ id: 'c', title: '乙' }),
    ];
    const resolver = new Resolver(rows, []);
    expect([numbered, titled, { title: '甲' }].map((cited) => resolver.resolve(cited).regulationId)).toEqual([
      'c',
      'c',
      'c',
    ]);
  });
});

describe('what is cited and not registered', () => {
  test('is one regulation by its number, with the citations by its title', () => {
    const resolver = new Resolver([], [titled, numbered]);
    expect(resolver.unregistered).toEqual([{ ...numbered, key: '国卫基层发〔2017〕13号' }]);
    expect(resolver.resolve(titled)).toEqual({ by: 'title', regulationId: null, key: '国卫基层发〔2017〕13号' });
  });

  test('is one regulation where its number stands alone', () => {
    const alone = { number: '国卫基层发﹝2017﹞13号' };
    const resolver = new Resolver([], [alone, numbered]);
    expect(resolver.unregistered).toEqual([{ ...numbered, key: '国卫基层发〔2017〕13号' }]);
    expect(resolver.resolve(alone)).toMatchObject({ by: 'number', key: '国卫基层发〔2017〕13号' });
  });

  test('is by its title alone another one, where two numbers go with the title', () => {
    const other = { ...numbered, number: '国卫基层发〔2011〕38号' };
    const resolver = new Resolver([], [numbered, other, titled]);
    expect(resolver.unregistered.map(({ key }) => key)).toEqual([
      '国卫基层发〔2017〕13号',
      '国卫基层发〔2011〕38号',
      '国家基本公共卫生服务规范（第三版）',
    ]);
  });
});

test('what stands of a cited regulation is its status and successor, of the one that it was merged into', () => {
  const rows = [
    regulation({ id: 'a', numbers: ['国卫基层发〔2017〕13号'], mergedIntoId: 'b' }),
    regulation({ id: 'b', title: '甲', status: 'repealed', successorId: 'c' }),
    regulation({ id: 'c', title: '乙' }),
  ];
  const asked = [
    { title: null, number: '国卫基层发[2017]13号' },
    { title: '乙', number: null },
    { title: '丙', number: null },
    { title: null, number: null },
  ];
  expect(standingOf(rows, asked)).toMatchObject([
    { status: 'repealed', successor: { id: 'c' } },
    { status: 'in-force', successor: null },
    null,
    null,
  ]);
});
