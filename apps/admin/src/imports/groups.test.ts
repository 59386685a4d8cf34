import type { ReadFinding } from '../api/types.ts';
import { cutLine, groupsOf, lostHeading } from './groups.ts';

function finding(given: Partial<ReadFinding>): ReadFinding {
  const nothing = {
    entry: null,
    provision: null,
    line: null,
    source: null,
    start: null,
    end: null,
    found: null,
    fix: null,
  };
  return { key: 'k', code: 'c', severity: 'info', ...nothing, params: {}, fixable: false, accepted: false, ...given };
}

test('findings are grouped by kind, the gravest first', () => {
  const groups = groupsOf([
    finding({ code: 'blank' }),
    finding({ code: 'label', severity: 'warning', fixable: true }),
    finding({ code: 'gone', severity: 'error', accepted: true }),
    finding({ code: 'label', severity: 'warning', fixable: true, accepted: true }),
  ]);
  expect(
    groups.map(({ code, findings, open, fixable }) => [code, findings.length, open.length, fixable.length]),
  ).toEqual([
    ['gone', 1, 0, 0],
    ['label', 2, 1, 1],
    ['blank', 1, 1, 0],
  ]);
});

test('a line is cut at what a finding is about', () => {
  expect(cutLine(finding({ source: '牵头责任单位：市教委。', start: 0, end: 6 }))).toEqual([
    '',
    '牵头责任单位',
    '：市教委。',
  ]);
  expect(cutLine(finding({ source: '整行' }))).toEqual(['整行', '', '']);
  expect(cutLine(finding({}))).toEqual(['', '', '']);
});

test('a lost heading can be put back where it is known which and where', () => {
  const params = { kind: 'category', number: '三' };
  expect(lostHeading(finding({ code: 'reader.heading-lost', params, entry: '12' }))).toEqual({
    kind: 'category',
    number: '三',
    beforeEntry: '12',
  });
  expect(lostHeading(finding({ code: 'reader.heading-lost', params }))).toBeNull();
  expect(lostHeading(finding({ code: 'reader.heading-lost', entry: '12' }))).toBeNull();
  expect(lostHeading(finding({ code: 'reader.number-skipped', params, entry: '12' }))).toBeNull();
});
