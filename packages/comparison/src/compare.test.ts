import type { Entry, Outline, Provisions, Section } from '@dingben/outline';
import fc from 'fast-check';
import { afterOf, beforeOf } from '@dingben/text-diff';
import { comparableOf } from './comparable-of.ts';
import { compareOutlines } from './compare.ts';
import { finishComparison } from './finish.ts';
import { ownPlace } from './own-place.ts';
import type { ComparableOutline, Comparison } from './model.ts';
import { planComparison } from './plan.ts';

const TEXTS: Provisions = {
  targetGroup: '本市户籍儿童。',
  content: '提供基本服务。',
  standard: '每人每月2650元。',
  funding: '市级财政、区级财政共同承担支出责任。',
  leadAgency: '市民政局。',
};

function leaf(title: string, texts: Partial<Provisions> = {}, code = title): Entry {
  return { number: '', title, code, provisions: { ...TEXTS, ...texts } };
}

/** Two categories in one chapter; entries are numbered through. */
function outline(
  first: readonly Entry[],
  second: readonly Entry[] = [],
  titles = ['儿童关爱服务', '养老服务'],
): Outline {
  let number = 0;
  const numbered = (entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => ({ ...entry, number: String(++number) }));
  const category = (at: number, entries: readonly Entry[]): Section => ({
    kind: 'category',
    number: '一二'[at] ?? '',
    title: titles[at] ?? '',
    entries: numbered(entries),
  });
  return {
    schema: 'dingben.outline/1',
    title: '标准',
    edition: '2023年版',
    sections: [
      { kind: 'chapter', number: '一', title: '幼有所育', sections: [category(0, first), category(1, second)] },
    ],
  };
}

function compare(before: Outline, after: Outline): Comparison {
  return compareOutlines(comparableOf(before), comparableOf(after));
}

/** Each changed entry as `title: changes / classes`. */
function lines(comparison: Comparison): string[] {
  return comparison.entries.map(
    ({ before, after, changes, classes }) =>
      `${(after ?? before)?.title ?? ''}: ${changes.join(' ')} / ${classes.join(' ')}`,
  );
}

const [A, B, C, D] = ['甲项服务', '乙项保障', '丙项补贴', '丁项救助'].map((title) => leaf(title)) as [
  Entry,
  Entry,
  Entry,
  Entry,
]; // four in, four out

describe('places', () => {
  test('equal outlines have no change', () => {
    const comparison = compare(outline([A, B]), outline([A, B]));
    expect(comparison).toEqual({
      schema: 'dingben.comparison/1',
      before: '2023年版',
      after: '2023年版',
      summary: { added: 0, removed: 0, moved: 0, renumbered: 0, retitled: 0, amended: 0, unchanged: 2 },
      sections: [],
      entries: [],
    });
  });

  test('an added entry renumbers those behind it and is listed with its text', () => {
    const comparison = compare(outline([A, B]), outline([C, A, B]));
    expect(lines(comparison)).toEqual(['丙项补贴: added / 新增', '甲项服务: renumbered / ', '乙项保障: renumbered / ']);
    expect(comparison.entries[0]?.before).toBeNull();
    expect(comparison.entries[0]?.provisions.standard).toEqual([{ op: 'insert', text: '每人每月2650元。' }]);
  });

  test('a removed entry stands where it stood', () => {
    expect(lines(compare(outline([A, B, C]), outline([A, C])))).toEqual([
      '乙项保障: removed / 取消',
      '丙项补贴: renumbered / ',
    ]);
  });

  test('one entry lifted over others has moved and the others have not', () => {
    expect(lines(compare(outline([A, B, C, D]), outline([D, A, B, C])))).toEqual([
      '丁项救助: moved renumbered / 移位',
      '甲项服务: renumbered / ',
      '乙项保障: renumbered / ',
      '丙项补贴: renumbered / ',
    ]);
  });

  test('another section is a move even where the number stays', () => {
    expect(lines(compare(outline([A, B], [C]), outline([A], [B, C])))).toEqual(['乙项保障: moved / 移位']);
  });

  test('a reworded heading moves nothing and is listed itself', () => {
    const comparison = compare(outline([A, B], [C]), outline([A, B], [C], ['儿童福利服务', '养老服务']));
    expect(lines(comparison)).toEqual([]);
    expect(comparison.sections).toEqual([
      {
        changes: ['retitled'],
        kind: 'category',
        before: { number: '一', title: '儿童关爱服务' },
        after: { number: '一', title: '儿童福利服务' },
      },
    ]);
  });

  test('an item keeps its identity when its service changes number, and a service with items is listed for its title alone', () => {
    const service = (title: string): Entry => ({
      number: '',
      title,
      code: 's',
      items: [
        { ...leaf('寄宿'), number: '1' },
        { ...leaf('走读'), number: '2' },
      ],
    });
    const comparison = compare(outline([service('补助')]), outline([A, service('生活补助')]));
    expect(lines(comparison)).toEqual([
      '甲项服务: added / 新增',
      '生活补助: retitled / ',
      '寄宿: renumbered / ',
      '走读: renumbered / ',
    ]);
    expect(comparison.entries[2]?.after?.number).toBe('2（1）');
  });
});

describe('items', () => {
  test('an item that came under another service has moved', () => {
    const service = (title: string, items: readonly string[]): Entry => ({
      number: '',
      title,
      code: title,
      items: items.map((item, index) => ({ ...leaf(item), number: String(index + 1) })),
    });
    const before = outline([service('助学', ['寄宿', '走读']), service('补助', ['幼儿'])]);
    const after = outline([service('助学', ['寄宿']), service('补助', ['走读', '幼儿'])]);
    expect(lines(compare(before, after))).toEqual(['走读: moved renumbered / 移位', '幼儿: renumbered / ']);
  });
});

describe('matching', () => {
  const uncoded = (title: string, texts: Partial<Provisions> = {}): Entry => ({
    number: '',
    title,
    provisions: { ...TEXTS, ...texts },
  });

  test('by code, a renamed and rewritten entry is the same', () => {
    const comparison = compare(
      outline([leaf('甲', {}, '1')]),
      outline([leaf('乙', { targetGroup: '老年人。', content: '免费体检。' }, '1')]),
    );
    expect(lines(comparison)).toEqual(['乙: retitled amended / ']);
  });

  test('by code, two of the same title are two', () => {
    expect(lines(compare(outline([leaf('甲', {}, '1')]), outline([leaf('甲', {}, '2')])))).toEqual([
      '甲: removed / 取消',
      '甲: added / 新增',
    ]);
  });

  test('without codes by title, whatever the number', () => {
    expect(lines(compare(outline([uncoded('甲项'), uncoded('乙项')]), outline([uncoded('乙项')])))).toEqual([
      '甲项: removed / 取消',
      '乙项: renumbered / ',
    ]);
  });

  test('without codes by likeness where the title was reworded', () => {
    const texts = { targetGroup: '父母外出务工、未满16周岁的农村户籍未成年人。' };
    const comparison = compare(
      outline([uncoded('农村留守儿童关爱保护', texts)]),
      outline([uncoded('农村留守儿童关爱服务', texts)]),
    );
    expect(lines(comparison)).toEqual(['农村留守儿童关爱服务: retitled / ']);
  });

  test('what is unlike is removed and added', () => {
    const other = { targetGroup: '六十周岁以上老年人。', content: '免费乘坐公共交通工具。' };
    expect(compare(outline([uncoded('学前教育资助')]), outline([uncoded('老年人优待', other)])).summary).toMatchObject({
      added: 1,
      removed: 1,
      amended: 0,
    });
  });
});

describe('one that became several, and several that became one', () => {
  const deeds = [
    '每周为独居老年人提供两次入户探访和代购代办服务。',
    '为失能老年人的照护者开展照护技能培训与心理疏导。',
  ] as const;
  const whole = leaf('甲项服务', { content: deeds[0] + deeds[1] });
  const parts = [leaf('甲项服务', { content: deeds[0] }), leaf('照护者支持', { content: deeds[1] })] as const;
  const place = (number: string, title: string) => ({ number, title, path: ['一', '一'], code: title });

  test('a service that became two is split, and each line has the whole before it', () => {
    const { entries, summary } = compare(outline([whole, B]), outline([parts[0], B, parts[1]]));
    const [into, before] = [[place('1', '甲项服务'), place('3', '照护者支持')], place('1', '甲项服务')];
    expect(entries).toMatchObject([
      { changes: ['split'], before, after: into[0], split: { goesOn: true, parts: into } },
      { changes: ['split'], before, after: into[1], split: { goesOn: false, parts: into } },
    ]);
    expect(summary).toMatchObject({ added: 0, removed: 0, amended: 0, split: 1, unchanged: 1 });
    expect(entries[1]?.provisions.content).toEqual([
      { op: 'delete', text: deeds[0] },
      { op: 'equal', text: deeds[1] },
    ]);
  });

  test('two services that became one are merged, the one that went after the one that stayed', () => {
    const { entries, summary } = compare(outline([parts[0], B, parts[1]]), outline([whole, B]));
    const [from, after] = [[place('1', '甲项服务'), place('3', '照护者支持')], place('1', '甲项服务')];
    expect(entries).toMatchObject([
      { changes: ['merged'], before: from[0], after, merged: { goesOn: true, parts: from } },
      { changes: ['merged'], before: from[1], after, merged: { goesOn: false, parts: from } },
    ]);
    expect(entries.map((entry) => ownPlace(entry)?.number)).toEqual(['1', '3']);
    expect(summary).toMatchObject({ added: 0, removed: 0, amended: 0, merged: 1, unchanged: 1 });
  });

  test('a new entry with the text of one that keeps it is new', () => {
    expect(lines(compare(outline([whole]), outline([whole, parts[1]])))).toEqual(['照护者支持: added / 新增']);
  });

  test('parts that share what they do and differ in whom they serve are split', () => {
    const whom = ['年满六十周岁的本市户籍失独老年人', '和在本市居住满五年的来京务工人员未成年子女。'] as const;
    const serving = (title: string, targetGroup: string): Entry => leaf(title, { targetGroup, content: deeds[0] });
    const comparison = compare(
      outline([serving('甲', whom[0] + whom[1])]),
      outline([serving('甲', whom[0]), serving('乙', whom[1])]),
    );
    expect(lines(comparison)).toEqual(['甲: split / ', '乙: split / ']);
  });

  test('a service that stands among items now, under its old code, has become an item', () => {
    const service: Entry = {
      number: '',
      title: '甲项服务',
      code: '甲项服务',
      items: [{ ...whole, number: '1', code: 'i' }],
    };
    const [entry, ...others] = compare(outline([whole]), outline([service])).entries;
    expect([entry?.changes, entry?.became, others]).toEqual([['moved', 'renumbered'], 'item', []]);
    const [back] = compare(outline([service]), outline([whole])).entries;
    expect([back?.changes, back?.became]).toEqual([['moved', 'renumbered'], 'service']);
  });
});

describe('classes', () => {
  test.each<[string, Partial<Provisions>, Partial<Provisions>]>([
    ['提高标准', {}, { standard: '每人每月2800元。' }],
    ['降低标准', {}, { standard: '每人每月2600元。' }],
    ['提高标准 降低标准', { standard: '小学140元，初中240元。' }, { standard: '小学150元，初中230元。' }],
    ['调整支出责任', {}, { funding: '区级财政承担支出责任。' }],
    ['调整牵头单位', {}, { leadAgency: '市民政局、市教委。' }],
    [
      '调整依据',
      { standard: '按照《办法》（京民发〔2018〕1号）执行。' },
      { standard: '按照《办法》（京民发〔2023〕2号）执行。' },
    ],
    ['规范表述', {}, { funding: '市级财政和区级财政共同承担支出责任。' }],
    ['规范表述', { funding: '市财政、区财政共同承担支出责任。' }, {}],
    ['格式', { content: '体检(免费)、咨询。' }, { content: '体检（免费）、 咨询。' }],
    [
      '格式',
      { standard: '按照《办法》（京民发﹝2018﹞1 号）执行。' },
      { standard: '按照《办法》（京民发〔2018〕1号）执行。' },
    ],
    ['', {}, { targetGroup: '本市常住儿童。' }],
  ])('%s', (classes, before, after) => {
    expect(lines(compare(outline([leaf('甲', before)]), outline([leaf('甲', after)])))).toEqual([
      `甲: amended / ${classes}`,
    ]);
  });

  test('a higher age limit in 服务对象 is not a higher standard and takes fewer people in', () => {
    const [before, after] = [
      leaf('甲', { targetGroup: '60周岁以上老年人。' }),
      leaf('甲', { targetGroup: '65周岁以上老年人。' }),
    ];
    const comparison = compare(outline([before]), outline([after]));
    expect(lines(comparison)).toEqual(['甲: amended / 缩小对象']);
    expect(comparison.entries[0]?.quantities).toEqual([
      { provision: 'targetGroup', before: '60周岁', after: '65周岁', ratio: 1.0833 },
    ]);
  });
});

describe('what an amended entry tells', () => {
  const before = leaf('甲', {
    standard: '每人每月2650元。按照《办法》（京民发〔2018〕1号）执行。',
    content: '见《办法》（京民发〔2018〕1号）。',
  });
  const after = leaf('甲', {
    standard: '每人每月2800元。按照《规定》（京民发〔2024〕9号）执行。',
    content: '见《办法》（京民发〔2018〕1号）。',
    leadAgency: '市教委。',
  });
  const entry = compare(outline([before]), outline([after])).entries[0];

  test('amounts with their ratio to four decimals', () => {
    expect(entry?.quantities).toEqual([{ provision: 'standard', before: '2650元', after: '2800元', ratio: 1.0566 }]);
  });

  test('an amount of another unit is no multiple of it', () => {
    const [old, now] = [leaf('甲', { standard: '补助2000元。' }), leaf('甲', { standard: '补助80%。' })];
    const [amended] = compare(outline([old]), outline([now])).entries;
    expect([amended?.quantities, amended?.classes]).toEqual([[], []]);
  });

  test('a citation that still stands elsewhere in the entry is not removed', () => {
    expect(entry?.citations).toEqual({
      added: [{ provision: 'standard', text: '《规定》（京民发〔2024〕9号）' }],
      removed: [],
    });
  });

  test('agencies that came and went', () => {
    expect(entry?.agencies).toEqual({
      added: [{ provision: 'leadAgency', text: '市教委' }],
      removed: [{ provision: 'leadAgency', text: '市民政局' }],
    });
  });

  test('only provisions that differ', () => {
    expect(Object.keys(entry?.provisions ?? {})).toEqual(['standard', 'leadAgency']);
  });
});

describe('texts by hash', () => {
  const lean = (full: ComparableOutline): ComparableOutline => ({
    ...full,
    entries: full.entries.map((entry) => {
      const { code, number, title, path, section, parent, holdsItems, hash } = entry;
      return { code, number, title, path, section, parent, holdsItems, hash };
    }),
  });
  const before = comparableOf(outline([A, B, C]));
  const after = comparableOf(outline([leaf('甲项服务', { standard: '每人每月2800元。' }), B, D]));

  test('the plan asks for what differs, each once, and for nothing else', () => {
    const plan = planComparison(lean(before), lean(after));
    expect(plan.hashes).toEqual([
      before.entries[0]?.hash,
      after.entries[0]?.hash,
      before.entries[2]?.hash,
      after.entries[2]?.hash,
    ]);
    expect(plan.unchanged).toBe(1);
  });

  test('gives the same comparison as outlines with their texts', () => {
    const texts = new Map(
      [...before.entries, ...after.entries].map(({ hash, provisions = TEXTS }) => [hash, { provisions }]),
    );
    expect(finishComparison(planComparison(lean(before), lean(after)), texts)).toEqual(compareOutlines(before, after));
  });

  test('equal tree hashes end it', () => {
    const plan = planComparison({ ...lean(before), treeHash: 'x' }, { ...lean(after), treeHash: 'x' });
    expect([plan.hashes, plan.entries, plan.unchanged]).toEqual([[], [], 3]);
  });

  test('a missing text is a bug of the caller', () => {
    expect(() => finishComparison(planComparison(lean(before), lean(after)), new Map())).toThrow('no text');
  });
});

describe('any two outlines', () => {
  const texts = fc.record({
    targetGroup: fc.constantFrom('儿童。', '老年人。', ''),
    content: fc.string({ maxLength: 6 }),
    standard: fc.constantFrom('每人每月100元。', '每人每月200元。', '按照《甲》执行。'),
    funding: fc.constantFrom('市级财政承担。', '区级财政承担。'),
    leadAgency: fc.constantFrom('市民政局。', '市教委。'),
  });
  const entry = fc.record({ title: fc.constantFrom('甲项', '乙项', '丙项', '丁项', '戊项'), texts });
  const side = (coded: boolean): fc.Arbitrary<Outline> =>
    fc
      .tuple(fc.uniqueArray(entry, { selector: ({ title }) => title, maxLength: 5 }), fc.nat(5))
      .map(([entries, cut]) => {
        const list = entries.map(({ title, texts: own }): Entry => ({
          number: '',
          title,
          provisions: own,
          ...(coded ? { code: title } : {}),
        }));
        return outline(list.slice(0, cut), list.slice(cut));
      });

  test.each([[true], [false]])(
    'every difference rebuilds both sides, and every entry is counted (codes: %p)',
    (coded) => {
      fc.assert(
        fc.property(side(coded), side(coded), (one, other) => {
          const comparison = compare(one, other);
          const [olds, news] = [comparableOf(one).entries, comparableOf(other).entries];
          for (const { before, after, provisions } of comparison.entries) {
            const [old, now] = [
              olds.find((e) => e.number === before?.number),
              news.find((e) => e.number === after?.number),
            ];
            for (const key of ['targetGroup', 'content', 'standard', 'funding', 'leadAgency'] as const) {
              const segments = provisions[key];
              if (segments === undefined) expect(old?.provisions?.[key] ?? '').toBe(now?.provisions?.[key] ?? '');
              else
                expect([beforeOf(segments), afterOf(segments)]).toEqual([
                  old?.provisions?.[key] ?? '',
                  now?.provisions?.[key] ?? '',
                ]);
            }
          }
          const listed = comparison.entries.length + comparison.summary.unchanged;
          expect(listed).toBe(olds.length + comparison.summary.added + furtherParts(comparison, 'split'));
          expect(listed).toBe(news.length + comparison.summary.removed + furtherParts(comparison, 'merged'));
        }),
      );
    },
  );

  /** Lines beyond one for each entry that became several, or that came out of several. */
  function furtherParts({ entries, summary }: Comparison, kind: 'split' | 'merged'): number {
    return entries.filter((entry) => entry[kind] !== undefined).length - (summary[kind] ?? 0);
  }

  test('an outline compared with itself has no change', () => {
    fc.assert(fc.property(side(false), (one) => compare(one, one).entries.length === 0));
  });
});
