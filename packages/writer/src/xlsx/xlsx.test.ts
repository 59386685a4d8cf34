import { read as readWorkbook, utils, type WorkSheet } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { type Outline, type Provisions } from '@dingben/outline';
import { writeXlsx } from './index.ts';

const empty: Provisions = { targetGroup: '', content: '', standard: '', funding: '', leadAgency: '' };

function outlineOf(provisions: Provisions, title = '甲'): Outline {
  const entries = [
    { number: '1', title, provisions },
    { number: '2', title: '乙', items: [{ number: '1', title: '丙', code: 'S-3', provisions: empty }] },
  ];
  const category = { kind: 'category', number: '一', title: '类', entries } as const;
  return {
    schema: 'dingben.outline/1',
    title: '某标准（2025年版）',
    edition: '2025年版',
    sections: [{ kind: 'chapter', number: '一', title: '章', sections: [category] }],
  };
}

function written(outline: Outline): Uint8Array {
  const result = writeXlsx(outline);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

/** As a second library reads it. */
function sheetOf(bytes: Uint8Array): WorkSheet {
  const { Sheets: sheets } = readWorkbook(bytes, { cellFormula: true, cellStyles: true });
  return sheets['条目'] ?? {};
}

function rowsOf(bytes: Uint8Array): string[][] {
  return utils.sheet_to_json<string[]>(sheetOf(bytes), { header: 1, defval: '' });
}

function part(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
}

describe('writeXlsx', () => {
  test('has a row for each entry, under the title and the headings', () => {
    const provisions = {
      targetGroup: '儿童。',
      content: '依《某法》和《某办法》（京政发〔2018〕22号）检查。',
      standard: '每人每月2650元。',
      funding: '市级财政。',
      leadAgency: '市卫生健康委、市财政局。',
    };
    expect(rowsOf(written(outlineOf(provisions))).filter((row) => row.some((cell) => cell !== ''))).toEqual([
      ['某标准（2025年版）', ...Array<string>(12).fill('')],
      [
        ...['序号', '服务项目', '分项', '章（领域）', '类', '服务对象', '服务内容', '服务标准', '支出责任'],
        ...['牵头负责单位', '单位', '依据文件', '编码'],
      ],
      [
        ...['1', '甲', '', '一、章', '（一）类', ...Object.values(provisions)],
        ...['市卫生健康委\n市财政局', '《某法》\n《某办法》（京政发〔2018〕22号）', ''],
      ],
      ['2（1）', '乙', '丙', '一、章', '（一）类', '', '', '', '', '', '', '', 'S-3'],
    ]);
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '=HYPERLINK("http://x")',
    '1',
    'TRUE',
    '2025-01-01',
  ])('%j is text and no formula, number or date', (text) => {
    const sheet = sheetOf(written(outlineOf({ ...empty, content: text }, text)));
    // Cells of the library are untyped.
    for (const name of ['B3', 'G3']) expect(sheet[name] as unknown).toMatchObject({ t: 's', v: text });
    expect(
      Object.values(sheet).filter((cell: unknown) => typeof cell === 'object' && cell !== null && 'f' in cell),
    ).toEqual([]);
  });

  test.each(['a&<b>"\'', '  甲  ', '甲\n乙', '甲\r乙', '_x000D_', '_x0041_x0042_', '𠮷䶮', ']]>'])(
    'keeps %j to the character',
    (text) => {
      expect(rowsOf(written(outlineOf({ ...empty, content: text })))[2]?.[6]).toBe(text);
    },
  );

  test('keeps the headings in sight and repeats them on paper', () => {
    const bytes = written(outlineOf(empty));
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain(
      'ySplit="2" topLeftCell="C3" activePane="bottomRight" state="frozen"',
    );
    expect(part(bytes, 'xl/workbook.xml')).toContain("'条目'!$1:$2");
  });

  test('makes rows as high as their longest text needs, up to what a row can be', () => {
    const height = (standard: string): string | undefined =>
      part(written(outlineOf({ ...empty, standard })), 'xl/worksheets/sheet1.xml').match(/<row r="3" ht="(\d+)">/)?.[1];
    expect(['', '字'.repeat(15), '字'.repeat(16), '甲\n乙\n丙', '字'.repeat(9999)].map(height)).toEqual([
      ...['18', '18', '33', '48', '409'],
    ]);
  });

  test('refuses a text that is longer than a cell can be, and says where', () => {
    expect(writeXlsx(outlineOf({ ...empty, standard: '字'.repeat(32_767) })).ok).toBe(true);
    expect(writeXlsx(outlineOf({ ...empty, standard: '字'.repeat(32_768) }))).toEqual({
      ok: false,
      problem: { code: 'document.cell-too-long', params: { entry: '1', column: '服务标准', max: 32_767 } },
    });
  });

  test('refuses a code point that XML may not carry', () => {
    expect(() => writeXlsx(outlineOf({ ...empty, content: 'a\u0001' }))).toThrow(RangeError);
  });

  test('gives the same bytes at any time', () => {
    const first = written(outlineOf(empty));
    jest.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z') });
    try {
      expect(Buffer.compare(first, written(outlineOf(empty)))).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
