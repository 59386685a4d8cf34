import { bodyOf, fieldsOf, verdictsOf } from './correction.ts';

const amount = fieldsOf({ data: { value: 2650, unit: '元', perWhom: '每人' } });

test('the form opens with what was read', () => {
  expect(amount).toMatchObject({ value: '2650', unit: '元', perWhom: '每人', upper: '', title: '' });
  expect(verdictsOf({ kind: 'citation' })).toEqual(['regulation', 'not-regulation', 'nothing']);
  expect(verdictsOf({ kind: 'certificate' })).toEqual(['regulation', 'nothing']);
});

test.each([
  ['quantity', { value: '2,800' }, { verdict: 'quantity', value: 2800, unit: '元', perWhom: '每人' }],
  ['quantity', { value: 'x' }, null],
  ['quantity', { unit: ' ' }, null],
  ['regulation', { title: '甲办法' }, { verdict: 'regulation', title: '甲办法' }],
  ['regulation', {}, null],
  ['nothing', {}, { verdict: 'nothing' }],
] as const)('%s with %j sends %j', (verdict, change, expected) => {
  expect(bodyOf(verdict, { ...amount, ...change })).toEqual(expected);
});
