import { bodyOf, inputOf } from './form.ts';

const input = { ...inputOf(null), title: '某办法' };

test('an empty field is not known, and what is typed is kept as it is', () => {
  expect(bodyOf({ ...input, numbers: '京某发〔2020〕1号 \n\n 令第2号', issuer: ' 某局', source: ' ' })).toEqual({
    title: '某办法',
    numbers: ['京某发〔2020〕1号 ', ' 令第2号'],
    issuer: ' 某局',
    level: null,
    issuedOn: null,
    effectiveOn: null,
    repealedOn: null,
    source: null,
    status: 'in-force',
    successorId: null,
  });
});

test('what is in force again has no day of its repeal', () => {
  const repealed = { ...input, status: 'repealed', repealedOn: '2024-01-01' } as const;
  expect(bodyOf(repealed)).toMatchObject({ repealedOn: '2024-01-01' });
  expect(bodyOf({ ...repealed, status: 'in-force' })).toMatchObject({ repealedOn: null });
});
