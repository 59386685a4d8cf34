import type { Finding } from '../api/types.ts';
import { filterFrom, fits, groupsOf, isFixable } from './groups.ts';

const finding = (change: Partial<Finding>): Finding => ({
  id: 'f',
  ordinal: 0,
  code: 'proofreading.stray-blank',
  severity: 'warning',
  entry: '1',
  serviceId: 's',
  provision: 'standard',
  line: null,
  start: 0,
  end: 1,
  found: ' ',
  fix: '',
  origin: 'proofreading',
  params: {},
  state: 'open',
  answer: null,
  answeredBy: null,
  answeredAt: null,
  version: 1,
  ...change,
});

describe('findings', () => {
  test('are grouped by rule, the gravest first, then the most', () => {
    const list = [
      finding({ code: 'r', severity: 'error', origin: 'reading' }),
      finding({ code: 'a', severity: 'info' }),
      finding({ code: 'b' }),
      finding({ code: 'c' }),
      finding({ code: 'c' }),
      finding({ code: 'd', severity: 'error' }),
    ];
    expect(groupsOf(list).map(({ code, findings }) => [code, findings.length])).toEqual([
      ['d', 1],
      ['c', 2],
      ['b', 1],
      ['a', 1],
      ['r', 1],
    ]);
  });

  test('open ones are shown unless the address says otherwise', () => {
    const filter = (search: string) => filterFrom(new URLSearchParams(search));
    expect(fits(finding({ state: 'accepted' }), filter(''))).toBe(false);
    expect(fits(finding({ state: 'accepted' }), filter('state=all'))).toBe(true);
    expect(fits(finding({}), filter('severity=error'))).toBe(false);
    expect(fits(finding({}), filter('severity=nonsense'))).toBe(true);
    expect(fits(finding({}), filter('rule=proofreading.stray-blank'))).toBe(true);
    expect(fits(finding({ fix: null }), filter('fixable=1'))).toBe(false);
  });

  test('of a source line have no repair of a stored text', () => {
    expect(isFixable(finding({}))).toBe(true);
    expect(isFixable(finding({ origin: 'reading' }))).toBe(false);
    expect(isFixable(finding({ serviceId: null }))).toBe(false);
  });
});
