import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { PROVISION_KEYS, type Entry, type ProvisionKey, type Provisions } from '@dingben/outline';
import {
  citationsOf,
  derive,
  normalise,
  scanAgencies,
  scanCitations,
  scanFunding,
  scanQuantities,
  scanTargetGroups,
  withCitations,
} from './index.ts';

const none: Provisions = { targetGroup: '', content: '', standard: '', funding: '', leadAgency: '' };
const cite = (text: string): [string, string | undefined][] =>
  citationsOf({ ...none, standard: text }).map(({ title, number }) => [title, number]);

describe('citations', () => {
  test.each([
    ['按照《甲办法》（京卫妇精字〔2011〕9号）执行', [['甲办法', '京卫妇精字〔2011〕9号']]],
    [
      '《关于开展<母子健康档案>工作的通知》（京卫妇精字〔2011〕24 号）',
      [['关于开展<母子健康档案>工作的通知', '京卫妇精字〔2011〕24 号']],
    ],
    [
      '《关于实施〈劳动保障监察条例〉若干规定》（劳动和社会保障部令第25号）',
      [['关于实施〈劳动保障监察条例〉若干规定', '劳动和社会保障部令第25号']],
    ],
    ['《关于印发《甲》的通知》（国发〔2016〕3号）', [['关于印发《甲》的通知', '国发〔2016〕3号']]],
    [
      '《甲法》《乙条例》（中华人民共和国国务院令第586号）',
      [
        ['甲法', undefined],
        ['乙条例', '中华人民共和国国务院令第586号'],
      ],
    ],
    ['《甲》（北京市人民政府令183号）', [['甲', '北京市人民政府令183号']]],
    [
      '《甲》（京药﹝2019﹞6号）、《乙》(京药[2019]7号)、《丙》（京药【2019】8号）',
      [
        ['甲', '京药﹝2019﹞6号'],
        ['乙', '京药[2019]7号'],
        ['丙', '京药【2019】8号'],
      ],
    ],
    [
      '《甲》（GB/T 33527-2017）《乙》(SF/T0058—2023)《丙》（建标108-2008）《丁》（GB50763-2012）',
      [
        ['甲', 'GB/T 33527-2017'],
        ['乙', 'SF/T0058—2023'],
        ['丙', '建标108-2008'],
        ['丁', 'GB50763-2012'],
      ],
    ],
    ['《甲》（试行）', [['甲', undefined]]],
    ['持有第二代《残疾人证》和《烈士证明书》', []],
    ['《甲《乙》（国发〔2016〕3号）', [['乙', '国发〔2016〕3号']]],
    ['》《', []],
  ])('of %j', (text, expected) => {
    expect(cite(text)).toEqual(expected);
  });

  test('span from 《 to the end of the number', () => {
    const text = '按照《甲》（国发〔2016〕3号）执行';
    const [mention] = scanCitations(text);
    expect(text.slice(mention?.start, mention?.end)).toBe('《甲》（国发〔2016〕3号）');
    expect(mention?.data['numberKind']).toBe('document');
  });

  test('are found by one key however brackets, dashes and blanks are written', () => {
    expect(new Set(['京药﹝2019﹞6号', '京药[2019] 6号', '京药〔2019〕6号'].map(normalise)).size).toBe(1);
    expect(normalise('SF/T0058—2023')).toBe('SF/T0058-2023');
  });

  test('stay linear on unclosed brackets', () => {
    const started = performance.now();
    for (const text of ['《'.repeat(100_000), '《（'.repeat(50_000), '》'.repeat(100_000), '《》（'.repeat(50_000)])
      derive({ ...none, standard: text });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('agencies', () => {
  test('keep their order, the first leads, a note in brackets is the scope', () => {
    expect(
      scanAgencies('市住房城乡建设委（国有土地项目）、市文化和旅游局。').map(({ key, data }) => [key, data]),
    ).toEqual([
      ['市住房城乡建设委', { name: '市住房城乡建设委', lead: true, scope: '国有土地项目' }],
      ['市文化和旅游局', { name: '市文化和旅游局', lead: false }],
    ]);
  });

  test.each([[''], ['。'], ['、、 。']])('%j names none', (text) => {
    expect(scanAgencies(text)).toEqual([]);
  });
});

describe('funding', () => {
  const roles = (text: string): (string | undefined)[][] =>
    scanFunding(text).map(({ key, data }) => [key, data['role']?.toString()]);
  test.each([
    [
      '中央财政、市级财政和区级财政共同承担支出责任。',
      [
        ['中央财政', 'shares'],
        ['市级财政', 'shares'],
        ['区级财政', 'shares'],
      ],
    ],
    [
      '区级财政承担支出责任，中央财政、市级财政适当补助。',
      [
        ['区级财政', 'bears'],
        ['中央财政', 'subsidises'],
        ['市级财政', 'subsidises'],
      ],
    ],
    [
      '中央、区级财政共同承担支出责任。',
      [
        ['中央财政', 'shares'],
        ['区级财政', 'shares'],
      ],
    ],
    [
      '由市、区财政共同承担。',
      [
        ['市级财政', 'shares'],
        ['区级财政', 'shares'],
      ],
    ],
    [
      '市、区共同承担支出责任。',
      [
        ['市级财政', 'shares'],
        ['区级财政', 'shares'],
      ],
    ],
    [
      '区政府负责，用足用好地方政府专项债券资金',
      [
        ['区级财政', 'bears'],
        ['地方政府专项债券资金', undefined],
      ],
    ],
    [
      '由用人单位和职工共同缴费。所需资金从失业保险基金中支付。',
      [
        ['用人单位', 'contributes'],
        ['职工', 'contributes'],
        ['失业保险基金', 'bears'],
      ],
    ],
    [
      '个人账户养老金由个人账户基金支出，不足时由地方财政兜底',
      [
        ['个人账户基金', 'bears'],
        ['地方财政', 'topsUp'],
      ],
    ],
    ['本市在全市推进', []],
  ])('of %j', (text, expected) => {
    expect(roles(text)).toEqual(expected);
  });
});

describe('target groups', () => {
  test.each([
    ['具有本市户籍的残疾儿童、退役军人。', ['残疾儿童', '退役军人']],
    ['持有《残疾人证》的学生。', ['学生']],
    ['所有单位和个人。', ['所有单位和个人']],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(scanTargetGroups(text).map((mention) => mention.key)).toEqual(expected);
  });
});

describe('quantities', () => {
  test.each([
    ['每人每月2650元。', '2650元', { value: 2650, unit: '元', base: '每人每月' }],
    ['接种率达到90%以上', '90%', { value: 90, unit: '%', bound: 'least' }],
    ['提供13次', '13次', { value: 13, unit: '次' }],
    ['35-64岁本市户籍妇女', '35-64岁', { value: 35, unit: '岁', upper: 64 }],
    ['16岁至24岁', '16岁至24岁', { value: 16, unit: '岁', upper: 24 }],
    ['不超过3万元', '3万元', { value: 30000, unit: '元', bound: 'most' }],
    ['不超过每生每年2800元', '2800元', { value: 2800, unit: '元', base: '每生每年', bound: 'most' }],
    ['每生每年按12,000元标准', '12,000元', { value: 12000, unit: '元', base: '每生每年' }],
    ['3.16-59周岁失业', '16-59周岁', { value: 16, unit: '周岁', upper: 59 }],
    ['低保标准的1.5倍', '1.5倍', { value: 1.5, unit: '倍' }],
    ['1933年1月1日以后', '1933年1月1日', { value: '1933-01-01', unit: '日期' }],
  ])('of %j', (text, found, data) => {
    const mentions = scanQuantities(text);
    expect(mentions.map((mention) => [text.slice(mention.start, mention.end), mention.data])).toEqual([[found, data]]);
  });

  test('leave out numbers of titles and names', () => {
    expect(scanQuantities('《规范（2019年版）》（国卫〔2017〕13号）2型糖尿病 12333电话')).toEqual([]);
  });
});

describe('derive', () => {
  const texts = fc.record(
    Object.fromEntries(
      PROVISION_KEYS.map((key) => [
        key,
        fc.string({
          unit: fc.constantFrom(
            ...Array.from('《》〈〉（）〔〕()[]2018号第令、，。市区级中央财政基金和每人月元%-.万岁证 残疾人'),
          ),
        }),
      ]),
    ) as Record<ProvisionKey, fc.Arbitrary<string>>,
  );

  test('spans lie within their provision, ordered and numbered, for any text', () => {
    fc.assert(
      fc.property(texts, (provisions) => {
        const next = new Map<string, number>();
        for (const reference of derive(provisions)) {
          expect(
            0 <= reference.start &&
              reference.start < reference.end &&
              reference.end <= provisions[reference.provision].length,
          ).toBe(true);
          expect(reference.ordinal).toBe(next.get(reference.kind) ?? 0);
          next.set(reference.kind, reference.ordinal + 1);
        }
      }),
    );
  });

  test('every 《 of the bundled standard is a citation, a certificate, or within another title', () => {
    const source = readFileSync('prisma/seed/beijing-basic-public-service-standard-2023-draft.txt', 'utf8');
    const cited = source.split('\n').flatMap((line) => scanCitations(line));
    expect(source.split('《').length - 1).toBe(249);
    expect(cited).toHaveLength(238);
    expect(cited.filter((mention) => mention.data['numberKind'] === 'document')).toHaveLength(
      source.split('〔').length + source.split('﹝').length - 2,
    );
    const certificates = ['残疾人证》', '领取证》', '供养证》', '救助证》', '证明书》', '儿童福利证》'].map(
      (name) => source.split(name).length - 1,
    );
    expect(certificates.reduce((sum, count) => sum + count)).toBe(249 - 238);
  });

  test('withCitations puts them on the entries that cite', () => {
    const entry: Entry = { number: '1', title: 'A', provisions: { ...none, standard: '《甲》' } };
    const outline = {
      sections: [
        {
          kind: 'category' as const,
          number: '一',
          title: '',
          entries: [entry, { ...entry, number: '2', provisions: none }],
        },
      ],
    };
    expect(withCitations(outline).sections[0]?.entries.map((each) => each.citations)).toEqual([
      [{ provision: 'standard', start: 0, end: 3, title: '甲' }],
      undefined,
    ]);
  });
});
