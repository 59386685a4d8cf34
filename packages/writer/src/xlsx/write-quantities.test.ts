import { read as readWorkbook, type CellObject } from '@e965/xlsx';
import { writeQuantitiesXlsx, type QuantityTable } from './index.ts';

const cell = (
  text: string,
  value: number | null,
  more: Partial<QuantityTable['rows'][number]['cells'][number]> = {},
) => ({
  text,
  value,
  upper: null,
  ratio: null,
  changed: false,
  ...more,
});

function row(cells: QuantityTable['rows'][number]['cells'], before = '每人每月'): QuantityTable['rows'][number] {
  return {
    number: '16（1）',
    title: '补助',
    chapter: '一、幼有所育',
    agencies: ['市教委', '市财政局'],
    provision: 'standard',
    unit: '元',
    context: { before, after: '。' },
    cells,
  };
}

function written(...rows: QuantityTable['rows']): Record<string, CellObject> {
  const table = { title: '某标准', editions: [{ label: '2021年版' }, { label: '2023年版' }], rows };
  const { Sheets: sheets } = readWorkbook(writeQuantitiesXlsx(table), { cellFormula: true, cellNF: true });
  return sheets['数量标准'] ?? {};
}

test('amounts are numbers, changes are percent, and the place is text', () => {
  const sheet = written(row([cell('2000元', 2000), cell('2500元', 2500, { ratio: 1.25, changed: true })]));
  expect([sheet['A3'], sheet['F3'], sheet['H3'], sheet['I3'], sheet['J3']]).toMatchObject([
    { t: 's', v: '16（1）' },
    { t: 's', v: '每人每月2500元。' },
    { t: 'n', v: 2000 },
    { t: 'n', v: 2500 },
    { t: 'n', v: 0.25, z: '0.00%' },
  ]);
  expect([sheet['H2'], sheet['I2'], sheet['J2']].map((one) => one?.v)).toEqual(['2021年版', '2023年版', '变化']);
});

test('a range, a date and a change that cannot be divided are texts, and a gap is empty', () => {
  const range = cell('35-64岁', 35, { upper: 64 });
  const sheet = written(row([range, cell('1933年1月1日', null, { changed: true })]), row([null, cell('3次', 3)]));
  expect([sheet['H3'], sheet['I3'], sheet['J3']]).toMatchObject([
    { t: 's', v: '35-64岁' },
    { t: 's', v: '1933年1月1日' },
    { t: 's', v: '有变化' },
  ]);
  expect([sheet['H4']?.v, sheet['J4']?.v, sheet['I4']?.v]).toEqual([undefined, undefined, 3]);
});

test('no text becomes a formula', () => {
  const sheet = written(row([cell('=1+1', null), cell('@SUM(A1)', null)], '=HYPERLINK("http://x")'));
  expect([sheet['F3'], sheet['H3'], sheet['I3']].map((one) => one?.t)).toEqual(['s', 's', 's']);
  expect(Object.values(sheet).filter((one) => typeof one === 'object' && 'f' in one)).toEqual([]);
});
