import fc from 'fast-check';
import { diffText } from './diff-text.ts';
import { afterOf, beforeOf, type Segment } from './segment.ts';

/** A difference as one line: deleted text in [-…-], inserted text in {+…+}. */
function marked(segments: readonly Segment[]): string {
  return segments
    .map(({ op, text }) => (op === 'equal' ? text : op === 'delete' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

const sides = (mark: string): [string, string] => [
  mark.replaceAll(/\{\+[^{}]*\+\}/g, '').replaceAll(/\[-|-\]/g, ''),
  mark.replaceAll(/\[-[^[\]]*-\]/g, '').replaceAll(/\{\+|\+\}/g, ''),
];

describe('diffText', () => {
  test('marks the amount and nothing else', () => {
    expect(diffText('每人每月2650元。', '每人每月2800元。')).toEqual([
      { op: 'equal', text: '每人每月' },
      { op: 'delete', text: '2650元' },
      { op: 'insert', text: '2800元' },
      { op: 'equal', text: '。' },
    ]);
  });

  test('equal texts are one segment, two empty texts none', () => {
    expect(diffText('免保教费。', '免保教费。')).toEqual([{ op: 'equal', text: '免保教费。' }]);
    expect(diffText('', '')).toEqual([]);
    expect(diffText('', '免')).toEqual([{ op: 'insert', text: '免' }]);
  });

  // Provisions of the bundled standard, changed as an official would, and the marks that an official would make.
  test.each([
    '小学每生每年[-3000元-]{+3200元+}、初中每生每年[-3600元-]{+3800元+}。',
    '每人每月分别为[-520元-]{+600元+}、[-390元-]{+450元+}、[-260元-]{+300元+}，按年计算。',
    '每人每月[-2650元-]{+2800元+}。{+按照《关于调整困境儿童生活费标准的通知》（京民儿福发〔2023〕246号）执行。+}',
    '每人每月[-2800元-]{+2650元+}。[-按照有关规定执行。-]',
    '市卫生健康委{+、市中医局+}。',
    '市卫生健康委[-、市中医局-]。',
    '{+市级财政、+}区级财政{+共同+}承担支出责任。',
    '{+中央财政、+}市级财政[-、-]{+和+}区级财政共同承担支出责任[-，中央财政适当补助-]。',
    '市级财政、区级财政共同承担支出责任{+，中央财政适当补助+}。',
    '中央财政、市{+级+}财政和区级财政共同承担支出责任。',
    '按照[-《国家基本公共卫生服务规范（第三版）》-]{+《国家基本公共卫生服务规范（第四版）》+}（[-国卫基层发〔2017〕13号-]{+国卫基层发〔2024〕2号+}）执行。',
    '按照《工伤保险条例》（国务院令第586号）、[-《北京市工伤保险待遇核定支付办法》（京人社工发〔2011〕377号）、-]《关于北京市工伤保险基金支出项目标准及相关问题的通知》（京人社工发〔2011〕384号）等有关规定执行。',
    '《北京市失业保险规定》（[-北京市人民政府令第190号-]{+北京市人民政府令第322号+}）',
    '《公共就业服务总则》（[-GB/T 33527-2017-]{+GB/T 33527-2025+}）',
    '（[-京卫老年妇幼〔2018〕22 号-]{+京卫老年妇幼〔2018〕22号+}）',
    '35-64岁本市[-户籍-]{+常住+}妇女。',
    '[-35-64岁-]{+35-69岁+}本市户籍妇女。',
    '0-6岁儿童{+及其监护人+}。',
    '孤儿、[-艾滋病病毒感染儿童、-]事实无人抚养儿童。',
    '体格检查、临床实验室检查、影像学检查、{+遗传咨询、+}风险评估、咨询指导。',
    '疫苗接种率达到[-90%-]{+95%+}以上。',
    '特困人员救助标准为城乡低保标准的[-1.5倍-]{+1.6倍+}。',
    '每年提供[-1次-]{+2次+}健康管理服务。为65岁{+及+}以上失能{+、半失能+}老年人提供健康评估与健康服务。',
    '管理高血压患者不低于[-142万人-]{+150万人+}、2型糖尿病患者不低于[-63万人-]{+70万人+}。',
    '免{+除+}保教费。',
    '农村留守儿童信息系统[-一季度-]{+每半年+}更新一次。',
    '按照相关规定执行。[-困境儿童信息系统及时更新；-]一人一档。',
    '[-按收取的保教费标准直接免除-]{+小学每生每年140元；初中每生每年240元+}。',
    '服务对象为本市[-户籍-]{+常住+}60周岁及以上老年人{+和残疾人+}。',
    '用人单位缴纳生育保险费。{+个人不缴费。+}符合规定的参保人员享受生育保险待遇。',
    '生育津贴按月缴费平均工资除以30再乘以产假天数[-计发-]{+按月发放+}。',
    '一级残疾人每人每月[-300元-]{+400元+}，二级残疾人每人每月[-200元-]{+260元+}。',
    '累计缴费满[-15年-]{+20年+}。',
    '自[-2023年1月1日-]{+2024年7月1日+}起施行。',
    '服务半径不超过[-500米-]{+300米+}。',
    '牵头负责单位为市人力资源{+和+}社会保障局。',
    '市住房城乡建设委（国有土地项目）、{+市规划自然资源委、+}市农业农村局（集体土地项目）。',
    '具有本市户籍的{+重度+}残疾人。',
    '[-具有-]{+持有+}本市[-户籍-]{+居住证+}的残疾儿童。',
    '公共图书馆每周开放时间不少于[-56小时-]{+60小时+}，{+节假日不闭馆，+}免费提供文献借阅服务。',
    '行政村（社区）建有[-1个-]{+2个+}文化活动室。',
    '按照《社会救助暂行办法》[-（国务院令第649号）-]执行。',
    '按照《社会救助暂行办法》{+（国务院令第649号）+}执行。',
    '为城乡低保对象、特困人员、[-低收入-]{+低保边缘+}家庭成员提供救助。',
    '补助标准为每床每月[-100元至300元-]{+150元至400元+}。',
    '法律援助经济困难[-标准-]{+状况+}按照本市最低工资标准执行。',
    '免费向[-公众-]{+全体居民+}开放。',
    '第十二条规定的人员，{+依照第十三条，+}享受同等待遇。',
  ])('%s', (mark) => {
    const [before, after] = sides(mark);
    expect(marked(diffText(before, after))).toBe(mark);
  });

  test('one character between two changes is part of the change', () => {
    expect(marked(diffText('由市财政、区财政承担。', '由省政府和区政府承担。'))).toBe(
      '由[-市财政、区财政-]{+省政府和区政府+}承担。',
    );
  });

  test('words outweigh marks', () => {
    expect(marked(diffText('（）；城乡居民', '城乡居民（）；'))).toBe('[-（）；-]城乡居民{+（）；+}');
  });

  test('of two equally good differences both sides see the same one', () => {
    const [one, other] = ['本市户籍老年人补贴发放。', '补贴发放本市户籍老年人。'];
    const mirrored = marked(diffText(one, other))
      .replaceAll(/\[-(.*?)-\]/g, '<$1>')
      .replaceAll(/\{\+(.*?)\+\}/g, '[-$1-]');
    expect(marked(diffText(other, one))).toBe(mirrored.replaceAll(/<(.*?)>/g, '{+$1+}'));
  });

  test('a long text shows a change in one clause only', () => {
    const lines = Array.from({ length: 400 }, (_, n) => `第${n + 1}项服务由市级财政承担，每人每月${n + 100}元。`);
    const after = lines.with(200, '第201项服务由区级财政承担，每人每月350元。').join('\n');
    expect(diffText(lines.join('\n'), after).filter(({ op }) => op !== 'equal')).toEqual([
      { op: 'delete', text: '市级' },
      { op: 'insert', text: '区级' },
      { op: 'delete', text: '300元' },
      { op: 'insert', text: '350元' },
    ]);
  });
});

describe('any two texts', () => {
  const part = fc.constantFrom(
    '市级财政',
    '区级财政',
    '、',
    '。',
    '2650元',
    '2800元',
    '的',
    '服务',
    '，',
    '《办法》',
    '（',
    '〔2018〕',
    '22号',
    '\n',
    ' ',
    '😀',
  );
  const text = fc.oneof(
    fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );

  test.each([[undefined], [0], [300]])(
    'rebuild from their difference, with delete before insert and no two alike in a row (budget %p)',
    (budget) => {
      fc.assert(
        fc.property(text, text, (before, after) => {
          const segments = diffText(before, after, budget === undefined ? {} : { budget });
          expect(beforeOf(segments)).toBe(before);
          expect(afterOf(segments)).toBe(after);
          for (const [index, { op, text: piece }] of segments.entries()) {
            const next = segments[index + 1]?.op;
            expect(piece).not.toBe('');
            expect(next).not.toBe(op);
            if (op === 'insert') expect(next).not.toBe('delete');
          }
        }),
      );
    },
  );

  test('swapped give swapped ops', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const swapped = diffText(after, before).map(({ op, text: piece }) => [
          op === 'equal' ? op : op === 'insert' ? 'delete' : 'insert',
          piece,
        ]);
        const runs = (segments: readonly (readonly string[])[], op: string): string =>
          segments.map(([one, piece]) => (one === op ? piece : '|')).join('');
        const straight = diffText(before, after).map(({ op, text: piece }) => [op, piece]);
        expect(runs(swapped, 'equal').length).toBe(runs(straight, 'equal').length);
        for (const op of ['delete', 'insert']) {
          expect(swapped.filter(([one]) => one === op)).toEqual(straight.filter(([one]) => one === op));
        }
      }),
    );
  });

  test('atoms are never cut', () => {
    const atom = fc.constantFrom('2650元', '《办法》', '国发〔2018〕22号', '35-64岁', '第十二条', '90%');
    const run = fc.array(atom, { maxLength: 12 });
    fc.assert(
      fc.property(run, run, (before, after) => {
        const atoms = new Set<string>([...before, ...after]);
        for (const { text: piece } of diffText(before.join('，'), after.join('，'))) {
          for (const one of piece.split('，')) expect(one === '' || atoms.has(one)).toBe(true);
        }
      }),
    );
  });
});

describe('hostile pairs', () => {
  const unrelated = (first: number): string =>
    Array.from({ length: 10_000 }, (_, n) =>
      String.fromCharCode(0x4e00 + (((n * 7919 + first) * 104_729) % 20_000)),
    ).join('');

  test.each([
    ['unrelated', unrelated(1), unrelated(9_999)],
    ['abab against baba', '甲乙'.repeat(5_000), '乙甲'.repeat(5_000)],
    ['all alike', '甲'.repeat(10_000), '甲'.repeat(9_000)],
    ['marks only', '，'.repeat(10_000), '。'.repeat(10_000)],
    ['never closed', '《'.repeat(10_000), `${'《'.repeat(9_999)}甲`],
    ['half document numbers', '〔2018〕'.repeat(1_600), '〔2018〕1号'.repeat(1_300)],
    ['a long line', '国家基本公共服务标准'.repeat(10_000), '国家基本公共服务规范'.repeat(10_000)],
  ])('%s: complete and soon', (_, before, after) => {
    const start = performance.now();
    const segments = diffText(before, after);
    const took = performance.now() - start;
    expect(beforeOf(segments)).toBe(before);
    expect(afterOf(segments)).toBe(after);
    // Four times what one core of this size takes: a bound that only a change of the order of growth breaks.
    expect(took).toBeLessThan(1_000);
  });
});
