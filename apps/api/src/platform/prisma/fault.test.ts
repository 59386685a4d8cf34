import { wasRefused } from './fault.ts';

/** As the driver throws what PostgreSQL says. */
function said(code: string): Error {
  return Object.assign(new Error('said by PostgreSQL'), { code, severity: 'ERROR' });
}

test.each(['23505', '23514', '40001', '40P01', '55P03', 'DN005'])('%s was refused, so nothing was written', (state) => {
  expect(wasRefused(said(state))).toBe(true);
});

test.each(['08006', '40003', '57014', '57P01', '42601'])('%s says nothing of the kind', (state) => {
  expect(wasRefused(said(state))).toBe(false);
});

test('a connection that was lost may have written', () => {
  expect(wasRefused(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))).toBe(false);
  expect(wasRefused(new Error('Connection terminated unexpectedly'))).toBe(false);
});
