import { describe, expect, test } from '@jest/globals';
import { readSettings, StartRefused } from './settings.ts';

const read = (env: Record<string, string>) => readSettings(env, '/checkout');

describe('the settings of a start', () => {
  test('have defaults', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: '/checkout/.dingben',
      databaseUrl: undefined,
      ownerDatabaseUrl: undefined,
    });
  });

  test('take an empty value for none', () => {
    expect(read({ PORT: '', HOST: '', DINGBEN_DATA: '', DATABASE_URL: '' })).toEqual(read({}));
  });

  test('put a relative data folder in the checkout and leave an absolute one alone', () => {
    expect(read({ DINGBEN_DATA: 'here' }).dataFolder).toBe('/checkout/here');
    expect(read({ DINGBEN_DATA: '/there' }).dataFolder).toBe('/there');
  });

  test.each(['-1', '65536', '3000x', '0x10', ' 80', '1e3'])('refuse the port %j', (port) => {
    expect(() => read({ PORT: port })).toThrow(StartRefused);
  });

  test('refuse an address that is not of a PostgreSQL', () => {
    expect(() => read({ DATABASE_URL: 'mysql://localhost/db' })).toThrow('DATABASE_URL is not a PostgreSQL address');
    expect(() => read({ DATABASE_URL: 'localhost:5432' })).toThrow('DATABASE_URL is not a PostgreSQL address');
  });

  test('refuse the owner’s address alone', () => {
    expect(() => read({ DINGBEN_OWNER_DATABASE_URL: 'postgresql://o@h/d' })).toThrow(StartRefused);
  });
});
