import type { Provisions } from '@dingben/outline';
import { scanQuantities } from '@dingben/references';
import { matchQuantities, quantityTable, type TableEdition, type TableEntry } from './quantity-table.ts';

const EMPTY: Provisions = { targetGroup: '', content: '', standard: '', funding: '', leadAgency: '' };

function entry(code: string, standard: string, more: Partial<Provisions> = {}): TableEntry {
  const provisions = { ...EMPTY, standard, ...more };
  const quantities = (['targetGroup', 'standard'] as const).flatMap((provision) =>
    scanQuantities(provisions[provision]).map((mention) => ({ ...mention, provision })),
  );
  return { code, hash: JSON.stringify(provisions), provisions, quantities };
}

/** Each old amount with the new one that it became: `140元→150元`, `140元→—`. */
function matches(before: string, after: string): string[] {
  const [olds, news] = [scanQuantities(before), scanQuantities(after)];
  return matchQuantities(before, after, olds, news).map((now, index) => {
    const [old, found] = [olds[index], news[now]];
    const said = (text: string, at: { start: number; end: number } | undefined): string =>
      at === undefined ? '—' : `${at.start}:${text.slice(at.start, at.end)}`;
    return `${said(before, old)}→${said(after, found)}`;
  });
}

describe('an amount is known again', () => {
  test.each<[string, string, string, string[]]>([
    ['when it changed', '每人每月2650元。', '每人每月2800元。', ['4:2650元→4:2800元']],
    [
      'when another was inserted before it',
      '小学每生每年140元，初中每生每年240元。',
      '幼儿园每生每年100元，小学每生每年150元，初中每生每年240元。',
      ['6:140元→18:150元', '17:240元→29:240元'],
    ],
    [
      'when an equal one was inserted before it',
      '初中每生每年240元。',
      '小学每生每年240元，初中每生每年240元。',
      ['6:240元→17:240元'],
    ],
    [
      'when an equal one stands beside it',
      '城市每人100元，农村每人100元。',
      '城市每人100元，农村每人120元。',
      ['4:100元→4:100元', '13:100元→13:120元'],
    ],
    [
      'when the words around it were put otherwise',
      '对符合条件的家庭，按每户每年300元的标准给予补助。',
      '补助标准为每户每年300元。',
      ['14:300元→9:300元'],
    ],
    [
      'when clauses changed places and it changed',
      '一级残疾人每人每月发放护理补贴520元；养老机构床位每张每年获得运营补助3000元。',
      '养老机构床位每张每年获得运营补助3600元；一级残疾人每人每月发放护理补贴560元。',
      ['15:520元→37:560元', '36:3000元→16:3600元'],
    ],
    ['and not as one of another unit', '每人补助2000元。', '每人补助80%。', ['4:2000元→—']],
    ['and not when it is gone', '每人每月100元，另补50元。', '每人每月100元。', ['4:100元→4:100元', '11:50元→—']],
  ])('%s', (_, before, after, expected) => {
    expect(matches(before, after)).toEqual(expected);
  });
});

describe('the table', () => {
  const edition = (...entries: TableEntry[]): TableEdition => ({ entries });
  const rows = (...editions: TableEdition[]): string[] =>
    quantityTable(editions).map(
      ({ code, context, cells }) =>
        `${code} ${context.before}…${context.after}: ${cells
          .map((cell) => (cell === null ? '·' : cell.text + (cell.ratio === null ? '' : ` ×${cell.ratio}`)))
          .join(' | ')}`,
    );

  test('has an amount through all editions, with its change from one to the next', () => {
    const texts = ['每人每月2000元。', '每人每月2000元。', '每人每月2500元。'];
    expect(rows(...texts.map((text) => edition(entry('甲', text))))).toEqual([
      '甲 每人每月…: 2000元 | 2000元 | 2500元 ×1.25',
    ]);
  });

  test('has a gap where an edition lacks the entry, and measures from the one before the gap', () => {
    expect(rows(edition(entry('甲', '每月100元。')), edition(), edition(entry('甲', '每月150元。')))).toEqual([
      '甲 每月…: 100元 | · | 150元 ×1.5',
    ]);
  });

  test('ends the row of an amount that is gone and begins one for what is new', () => {
    expect(
      rows(edition(entry('甲', '每月100元，另补50元。')), edition(entry('甲', '每月100元，最多领取3次。'))),
    ).toEqual(['甲 每月…: 100元 | 100元', '甲 每月100元，最多领取…: · | 3次', '甲 每月100元，另补…: 50元 | ·']);
  });

  test('stands in the order of the latest edition, what only earlier ones have behind', () => {
    const before = edition(entry('丙', '每月1元。'), entry('甲', '每月2元。'), entry('乙', '每月3元。'));
    const after = edition(entry('乙', '每月3元。'), entry('甲', '每月2元。'));
    expect(rows(before, after).map((row) => row.charAt(0))).toEqual(['乙', '甲', '丙']);
  });

  test('calls an amount over another time changed, without a ratio', () => {
    const [row] = quantityTable([edition(entry('甲', '每人每月100元。')), edition(entry('甲', '每人每年1200元。'))]);
    expect(row?.cells[1]).toEqual({ text: '1200元', value: 1200, upper: null, ratio: null, changed: true });
  });

  test('names an amount by whole clauses around it', () => {
    expect(
      rows(edition(entry('甲', '怀孕三个月内的妇女免费增补叶酸，在孕前3个月至孕早期服用，并提供健康指导。'))),
    ).toEqual(['甲 怀孕…内的妇女免费增补: 三个月', '甲 在孕前…至孕早期服用: 3个月']);
  });

  test('has ranges with both ends and dates without a number', () => {
    const [range, date] = quantityTable([
      edition(entry('甲', '自1933年1月1日起。', { targetGroup: '35-64岁妇女。' })),
    ]).map(({ cells }) => cells[0]);
    expect([range?.value, range?.upper, date?.value, date?.text]).toEqual([35, 64, null, '1933年1月1日']);
  });
});
