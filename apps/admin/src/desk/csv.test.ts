import { describe, expect, it } from '@jest/globals';
import { csvCell, csvOf } from './csv.ts';

describe('a table as CSV', () => {
  it('begins with the byte order mark and ends each row with CRLF', () => {
    expect(csvOf([['标题', 2], ['乙']])).toBe('\uFEFF标题,2\r\n乙\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(['a,b', '说“是”', '他说"是"', '上\n下'].map(csvCell)).toEqual([
      '"a,b"',
      '说“是”',
      '"他说""是"""',
      '"上\n下"',
    ]);
  });

  it.each(['=1+1', '+86', '-2', '@x', '\tx', '＝A1'])('keeps %j from being taken for a formula', (text) => {
    expect(csvCell(text)).toContain(`'${text}`);
  });

  it('leaves numbers as numbers', () => {
    expect(csvCell(-3)).toBe('-3');
  });
});
