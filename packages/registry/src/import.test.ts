import { readCsv } from './csv.ts';
import { decodeTable } from './decode.ts';
import { planImport, type ImportPlan } from './plan-import.ts';
import type { Regulation } from './regulation.ts';

const known: Regulation = {
  id: 'known',
  title: '国家基本公共卫生服务规范（第三版）',
  numbers: ['国卫基层发〔2017〕13号'],
  issuer: null,
  level: null,
  issuedOn: '2017-02-28',
  effectiveOn: null,
  repealedOn: null,
  status: 'in-force',
  source: null,
  successorId: null,
  mergedIntoId: null,
};

function plan(csv: string, regulations: readonly Regulation[] = [known]): ImportPlan {
  const table = readCsv(csv);
  if (!('rows' in table)) throw new Error('unreadable');
  const found = planImport(table.rows, regulations);
  if ('flaw' in found) throw new Error(found.flaw);
  return found;
}
const brief = (csv: string, regulations?: readonly Regulation[]): unknown[] =>
  plan(csv, regulations).rows.map(({ line, action, changes, flaw }) => [line, action, flaw?.code ?? changes]);

describe('CSV', () => {
  test.each([
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['\ufeffa\n"b ""c"", d"\n', [['a'], ['b "c", d']]],
    ['"a\r\nb",c\n\n,\nd', [['a\r\nb', 'c'], ['d']]],
    ['a,', [['a', '']]],
    ['"a"b,c', [['ab', 'c']]],
    ['', []],
  ])('%j', (text, cells) => {
    expect(readCsv(text)).toEqual({ rows: cells.map((row): unknown => expect.objectContaining({ cells: row })) });
  });

  test('counts the lines of the file, line breaks within quotes too', () => {
    expect(readCsv('a\n"b\nc"\n\nd')).toMatchObject({ rows: [{ line: 1 }, { line: 2 }, { line: 5 }] });
  });

  test('says where a quote is never closed', () => {
    expect(readCsv('a\n"b\nc')).toEqual({ unclosedQuoteOnLine: 2 });
  });

  test('is linear: half a million quotes within a second', () => {
    const before = performance.now();
    readCsv(`"${'""'.repeat(500_000)}"`);
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('the bytes of a table', () => {
  test.each([
    ['UTF-8', Buffer.from('标题'), { text: '标题', encoding: 'utf-8', certain: true }],
    ['UTF-8 with a mark', Buffer.from('\ufeff标题'), { text: '\ufeff标题', encoding: 'utf-8', certain: true }],
    ['UTF-16', Buffer.from('\ufeff标题', 'utf16le'), { text: '\ufeff标题', encoding: 'utf-16le', certain: true }],
    ['GB18030', Buffer.from([0xb1, 0xea, 0xcc, 0xe2]), { text: '标题', encoding: 'gb18030', certain: false }],
    ['nothing', Buffer.from([0xff, 0xff, 0xff]), null],
  ])('in %s', (_, bytes, decoded) => {
    expect(decodeTable(bytes)).toEqual(decoded);
  });

  test('are read in the encoding that a person chose, or not at all', () => {
    expect(decodeTable(Buffer.from([0xb1, 0xea]), 'gb18030')).toMatchObject({ text: '标', certain: true });
    expect(decodeTable(Buffer.from([0xb1, 0xea]), 'utf-8')).toBeNull();
  });
});

describe('an import', () => {
  test('tells new, changed, same and unusable rows apart', () => {
    const rows = [
      '标题,文号,公布日期,时效性,备注',
      '社会救助暂行办法,国务院令第649号,2014-02-21,现行,x',
      '国家基本公共卫生服务规范（第三版）,国卫基层发﹝2017﹞13号,,废止,',
      '国家基本公共卫生服务规范（第三版）,,2017-02-28,,',
      '甲,,2014-02-30,,',
      '乙,,,不知道,',
      ',京卫〔2020〕1号,,,',
      '社会救助暂行办法,国务院令第649号,,,',
      '丙\u200b,,,,',
    ].join('\n');
    expect(brief(rows)).toEqual([
      [2, 'new', []],
      [3, 'changed', ['status']],
      [4, 'same', []],
      [5, 'unusable', 'row.date-unreadable'],
      [6, 'unusable', 'row.status-unknown'],
      [7, 'unusable', 'row.title-missing'],
      [8, 'unusable', 'row.repeated'],
      [9, 'unusable', 'row.forbidden-character'],
    ]);
    expect(plan(rows).ignoredColumns).toEqual(['备注']);
  });

  test('keeps what a row does not say, and only adds numbers', () => {
    const [row] = plan(
      'title,numbers,issuer\n国家基本公共卫生服务规范（第三版）,国卫基层发〔2017〕13号；国卫〔2017〕1号,国家卫生计生委',
    ).rows;
    expect(row?.content).toEqual({
      ...Object.fromEntries(
        Object.entries(known).filter(([key]) => !['id', 'successorId', 'mergedIntoId'].includes(key)),
      ),
      numbers: ['国卫基层发〔2017〕13号', '国卫〔2017〕1号'],
      issuer: '国家卫生计生委',
    });
  });

  test('takes the day of its repeal from what is in force again', () => {
    const repealed: Regulation = { ...known, status: 'repealed', repealedOn: '2024-01-01' };
    const rows = 'title,numbers,status\n国家基本公共卫生服务规范（第三版）,国卫基层发〔2017〕13号,现行';
    expect(brief(rows, [repealed])).toEqual([[2, 'changed', ['status', 'repealedOn']]]);
  });

  test('takes another date of one title for another version', () => {
    const law = (id: string, issuedOn: string): Regulation => ({
      ...known,
      id,
      title: '公司法',
      numbers: [],
      issuedOn,
    });
    const rows = 'title,published_on\n公司法,2018-10-26\n公司法,2023-12-29';
    expect(brief(rows, [law('a', '2018-10-26')])).toEqual([
      [2, 'same', []],
      [3, 'new', []],
    ]);
    expect(plan(rows, [law('a', '2018-10-26')]).rows[1]?.near).toEqual([{ id: 'a', kind: 'version' }]);
  });

  test('names what a new row may be the same as, rows of the table included', () => {
    const titles = [
      '国家基本公共卫生服务规范（第3版）',
      '国家卫生计生委关于国家基本公共卫生服务的规范',
      '关于国家基本公共卫生服务规范',
      '某市关于国家基本公共卫生服务规范',
      '国家基本公共卫生服务规范（第二版）',
    ];
    const near = (ids: string[]): unknown[] => ids.map((id) => ({ id, kind: 'similar' }));
    expect(plan(`title\n${titles.join('\n')}`).rows.map((row) => row.near)).toEqual([
      near(['known']),
      near(['line:4']),
      near(['line:3', 'line:5']),
      near(['line:4']),
      [],
    ]);
  });

  test('reads dates as they are written here', () => {
    const dates = ['2018/1/2', '2018.01.02', '20180102', '2018年1月2日', '2018-01-02'];
    const rows = plan(`title,公布日期\n${dates.map((date, at) => `甲${at},${date}`).join('\n')}`).rows;
    expect(rows.map(({ content }) => content?.issuedOn)).toEqual(dates.map(() => '2018-01-02'));
  });

  test('refuses a row whose dates contradict its status', () => {
    expect(brief('title,废止日期,状态\n甲,2020-01-01,现行\n乙,2020-01-01,废止')).toEqual([
      [2, 'unusable', 'regulation.repealed-on-unfit'],
      [3, 'new', []],
    ]);
  });

  test.each([
    ['title', 'table.empty'],
    ['', 'table.empty'],
    ['文号,备注\n1,2', 'table.no-title-column'],
  ])('refuses the table %j as a whole', (csv, flaw) => {
    const table = readCsv(csv);
    expect('rows' in table && planImport(table.rows, [])).toEqual({ flaw });
  });
});
