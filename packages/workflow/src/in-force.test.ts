import fc from 'fast-check';
import { inForceOn, standingOn, type DatedPublication } from './in-force.ts';

const publication = (number: number, effectiveDate: string, withdrawnFrom: string | null = null): DatedPublication => ({
  number,
  effectiveDate,
  withdrawnFrom,
});

const first = publication(1, '2024-01-01');
const second = publication(2, '2026-03-01');

describe('two publications, one after the other', () => {
  test.each([
    ['2023-12-31', undefined, 'upcoming', 'upcoming'],
    ['2024-01-01', 1, 'in-force', 'upcoming'],
    ['2026-02-28', 1, 'in-force', 'upcoming'],
    ['2026-03-01', 2, 'superseded', 'in-force'],
    ['2999-12-31', 2, 'superseded', 'in-force'],
  ] as const)('on %s number %s is in force', (date, number, ...standings) => {
    const all = [second, first];
    expect(inForceOn(date, all)?.number).toBe(number);
    expect([standingOn(date, first, all), standingOn(date, second, all)]).toEqual(standings);
  });
});

test('of two that take effect on one day, the later publication is in force', () => {
  const corrected = publication(3, '2026-03-01');
  expect(inForceOn('2026-03-01', [corrected, first, second])).toBe(corrected);
});

test('a publication that takes effect before an earlier one does not take its place', () => {
  const backdated = publication(3, '2025-01-01');
  expect(inForceOn('2025-06-01', [first, second, backdated])).toBe(backdated);
  expect(inForceOn('2026-03-01', [first, second, backdated])).toBe(second);
});

test('where one is withdrawn, the one before it is in force again from that day', () => {
  const withdrawn = { ...second, withdrawnFrom: '2026-05-01' };
  const all = [first, withdrawn];
  expect(inForceOn('2026-04-30', all)).toBe(withdrawn);
  expect(inForceOn('2026-05-01', all)).toBe(first);
  expect(standingOn('2026-05-01', withdrawn, all)).toBe('withdrawn');
  expect(standingOn('2026-04-30', withdrawn, all)).toBe('in-force');
});

test('one that was withdrawn before its day is never in force', () => {
  const withdrawn = { ...second, withdrawnFrom: '2026-01-15' };
  expect(inForceOn('2026-06-01', [withdrawn])).toBeNull();
  expect(standingOn('2026-01-14', withdrawn, [withdrawn])).toBe('upcoming');
  expect(standingOn('2026-01-15', withdrawn, [withdrawn])).toBe('withdrawn');
});

const day = fc.integer({ min: 0, max: 20 }).map((number) => `2026-01-${String(number + 1).padStart(2, '0')}`);
const publications = fc
  .array(fc.record({ effectiveDate: day, withdrawnFrom: fc.option(day) }), { maxLength: 8 })
  .map((list) => list.map((each, index) => ({ ...each, number: index + 1 })));

describe('whatever was published', () => {
  test('what is in force has begun, is not withdrawn, and nothing that stands began later', () => {
    fc.assert(
      fc.property(day, publications, (date, list) => {
        const standing = list.filter(
          (each) => each.effectiveDate <= date && !(each.withdrawnFrom !== null && each.withdrawnFrom <= date),
        );
        const expected = [...standing].sort((a, b) =>
          a.effectiveDate === b.effectiveDate ? b.number - a.number : a.effectiveDate < b.effectiveDate ? 1 : -1,
        )[0];
        expect(inForceOn(date, list)).toBe(expected ?? null);
      }),
    );
  });

  test('the order of the list does not matter', () => {
    fc.assert(
      fc.property(day, publications, (date, list) => {
        expect(inForceOn(date, [...list].reverse())).toBe(inForceOn(date, list));
      }),
    );
  });

  test('at most one is in force, and it is the one that is named', () => {
    fc.assert(
      fc.property(day, publications, (date, list) => {
        const inForce = list.filter((each) => standingOn(date, each, list) === 'in-force');
        expect(inForce).toEqual([inForceOn(date, list)].filter((each) => each !== null));
      }),
    );
  });

  test('what is published for later changes nothing today', () => {
    fc.assert(
      fc.property(day, publications, (date, list) => {
        const later = { number: list.length + 1, effectiveDate: '2026-02-01', withdrawnFrom: null };
        expect(inForceOn(date, [...list, later])).toBe(inForceOn(date, list));
      }),
    );
  });
});
