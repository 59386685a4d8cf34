import { agesOf, amountOf } from './reading.ts';

test.each([
  [{ value: 2650, unit: '元', perWhom: '每人', perPeriod: '每月' }, '2650元 · 每人 · 每月'],
  [{ value: 90, unit: '%', comparator: 'least' }, '≥ 90%'],
  [{ value: 35, upper: 64, unit: '岁' }, '35–64岁'],
  [{ value: '1933-01-01', unit: '日期', comparator: 'least' }, '≥ 1933-01-01'],
])('%j reads %s', (data, expected) => {
  expect(amountOf({ data })).toBe(expected);
});

test.each([
  [{ ageFrom: 35, ageTo: 64 }, '35–64'],
  [{ ageFrom: 60 }, '≥ 60'],
  [{ ageTo: 6 }, '≤ 6'],
  [{ ageUnder: 16 }, '< 16'],
  [{}, ''],
])('the ages of %j read %j', (data, expected) => {
  expect(agesOf({ data })).toBe(expected);
});
