import type { ImportRow } from '../../../api/types.ts';
import { confirmAddress, previewAddress, shownRows, takenRows } from './preview.ts';

const row = (line: number, action: ImportRow['action'], near: ImportRow['near'] = []): ImportRow => ({
  line,
  action,
  near,
  title: '甲',
  numbers: [],
  issuedOn: null,
  status: null,
  regulationId: null,
  changes: [],
  flaw: null,
});
const rows = [
  row(2, 'new', [{ kind: 'similar', regulation: null, line: 3 }]),
  row(3, 'changed'),
  row(4, 'same'),
  row(5, 'unusable'),
];

test('what is new or changed is taken, but for what is left out', () => {
  expect(takenRows(rows, new Set())).toBe(2);
  expect(takenRows(rows, new Set([2, 4]))).toBe(1);
});

test('rows are shown by what becomes of them', () => {
  expect(shownRows(rows, 'all')).toHaveLength(4);
  expect(shownRows(rows, 'near').map(({ line }) => line)).toEqual([2]);
  expect(shownRows(rows, 'unusable').map(({ line }) => line)).toEqual([5]);
});

test('the file is confirmed with the preview that was seen', () => {
  expect(previewAddress('法 规.csv', null)).toBe('/regulations/imports/preview?name=%E6%B3%95+%E8%A7%84.csv');
  expect(confirmAddress('a', { digest: 'd', encoding: 'gb18030' }, new Set([2, 5]))).toBe(
    '/regulations/imports?name=a&encoding=gb18030&digest=d&leaveOut=2%2C5',
  );
});
