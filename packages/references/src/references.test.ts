import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { PROVISION_KEYS, type Entry, type ProvisionKey, type Provisions } from '@dingben/outline';
import {
  agencyKey,
  citationsOf,
  derive,
  normalise,
  scanAgencies,
  scanCertificates,
  scanCitations,
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
    [
      '《甲》【京药〔2019〕6号】、《乙》（国务院第423号令）、《丙》（国务院令第四百二十三号）',
      [
        ['甲', '京药〔2019〕6号'],
        ['乙', '国务院第423号令'],
        ['丙', '国务院令第四百二十三号'],
      ],
    ],
    [
      '《甲》（gb/t 33527－2017）《乙》（京药（2019）第6号）《丙》（京药〔２０１９〕６号）',
      [
        ['甲', 'gb/t 33527－2017'],
        ['乙', '京药（2019）第6号'],
        ['丙', '京药〔２０１９〕６号'],
      ],
    ],
    [
      '按照京卫发〔2020〕4号、国务院令第423号和DB11/T 1123-2023执行',
      [
        ['', '京卫发〔2020〕4号'],
        ['', '国务院令第423号'],
        ['', 'DB11/T 1123-2023'],
      ],
    ],
    ['第22号令、A4纸、GB大小、2型糖尿病、命令第3号', []],
    ['《》（国发〔2016〕3号）', [['', '国发〔2016〕3号']]],
    ['《甲》（2019年3月5日第8号公告）', [['甲', undefined]]],
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

  test('have one key in all their spellings, and certificates none of theirs', () => {
    const keys = (text: string): string[] => scanCitations(text).map(({ key }) => key);
    expect(keys('《甲》（北京市人民政府令183号）《甲》（北京市人民政府令第 183 号）北京市人民政府令第183号')).toEqual(
      Array(3).fill('北京市人民政府令第183号'),
    );
    expect(keys('《关于印发〈甲办法〉的通知》《甲办法》《中华人民共和国甲办法》')).toEqual(Array(3).fill('甲办法'));
    expect(scanCertificates('持有《残疾人证》、《甲办法》或《母子健康档案》').map(({ data }) => data)).toEqual([
      { title: '残疾人证' },
      { title: '母子健康档案' },
    ]);
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

  test('are one whether or not 和 and 员会 are written, and under the name that a registry gives', () => {
    expect(agencyKey('市人力资源和社会保障局')).toBe(agencyKey('市人力资源社会保障局'));
    expect(agencyKey('市卫生健康委员会')).toBe(agencyKey('市卫生健康委'));
    expect(agencyKey('市民政局')).not.toBe(agencyKey('市司法局'));
    const aliases = new Map([[agencyKey('市人社局'), '市人力资源社会保障局']]);
    expect(agencyKey('市人社局', aliases)).toBe('市人力资源社会保障局');
  });

  test.each([[''], ['。'], ['、、 。']])('%j names none', (text) => {
    expect(scanAgencies(text)).toEqual([]);
  });
});

describe('target groups', () => {
  test.each([
    ['具有本市户籍的残疾儿童、退役军人。', [{ name: '残疾儿童', residence: 'registered' }, { name: '退役军人' }]],
    ['持有《残疾人证》的学生。', [{ name: '学生', condition: '持有《残疾人证》' }]],
    ['所有单位和个人。', [{ name: '所有单位' }, { name: '个人' }]],
    ['35-64岁本市户籍妇女', [{ name: '妇女', residence: 'registered', ageFrom: 35, ageTo: 64 }]],
    ['６５岁及以上常住居民', [{ name: '居民', residence: 'resident', ageFrom: 65 }]],
    ['未满16周岁的农村户籍未成年人', [{ name: '未成年人', residence: 'registered', ageUnder: 16 }]],
    ['非本市户籍的义务教育学生', [{ name: '义务教育学生', residence: 'unregistered' }]],
    [
      '因家庭贫困导致生活、就医、就学等困难的儿童',
      [{ name: '儿童', condition: '因家庭贫困导致生活、就医、就学等困难' }],
    ],
    ['企业、事业单位等用人单位的劳动者', [{ name: '劳动者', condition: '企业、事业单位等用人单位' }]],
    [
      '困难学生（含孤儿、烈士子女，其他学生除外）',
      [{ name: '困难学生', note: '含孤儿、烈士子女，其他学生除外' }, { name: '孤儿' }, { name: '烈士子女' }],
    ],
    [
      '北京市户籍、年满60周岁、现无存活子女。',
      [{ residence: 'registered', ageFrom: 60, condition: '北京市户籍、年满60周岁、现无存活子女' }],
    ],
    ['特殊救济对象也可参照执行', [{ name: '特殊救济对象' }]],
    ['具体范围按照规定执行。', []],
    ['', []],
  ])('of %j', (text, expected) => {
    expect(scanTargetGroups(text).map(({ data }) => data)).toEqual(expected);
  });
});

describe('quantities', () => {
  const money = { unit: '元', perWhom: '每人', perPeriod: '每月' };
  test.each([
    ['每人每月2650元。', ['2650元'], [{ value: 2650, ...money }]],
    [
      '每人每月分别为520元、390元',
      ['520元', '390元'],
      [
        { value: 520, ...money },
        { value: 390, ...money },
      ],
    ],
    ['接种率达到90%以上', ['90%'], [{ value: 90, unit: '%', comparator: 'least' }]],
    ['接种率达到９０％', ['９０％'], [{ value: 90, unit: '%', comparator: 'least' }]],
    ['提供13次', ['13次'], [{ value: 13, unit: '次' }]],
    ['35-64岁本市户籍妇女', ['35-64岁'], [{ value: 35, upper: 64, unit: '岁' }]],
    ['16岁至24岁', ['16岁至24岁'], [{ value: 16, upper: 24, unit: '岁' }]],
    ['不超过3万元', ['3万元'], [{ value: 30000, unit: '元', comparator: 'most' }]],
    ['3-5万元', ['3-5万元'], [{ value: 30000, upper: 50000, unit: '元' }]],
    ['2000元（含）到3万元（含）', ['2000元（含）到3万元'], [{ value: 2000, upper: 30000, unit: '元' }]],
    [
      '不超过每生每年2800元',
      ['2800元'],
      [{ value: 2800, unit: '元', comparator: 'most', perWhom: '每生', perPeriod: '每年' }],
    ],
    ['每生每年按12,000元标准', ['12,000元'], [{ value: 12000, unit: '元', perWhom: '每生', perPeriod: '每年' }]],
    ['3.16-59周岁失业', ['16-59周岁'], [{ value: 16, upper: 59, unit: '周岁' }]],
    ['低保标准的1.5倍', ['1.5倍'], [{ value: 1.5, unit: '倍' }]],
    ['全市不低于142万人', ['142万人'], [{ value: 1420000, unit: '人', comparator: 'least' }]],
    ['比例不少于1/3', ['1/3'], [{ value: 33.3333, unit: '%', comparator: 'least' }]],
    [
      '三分之一、百分之九十',
      ['三分之一', '百分之九十'],
      [
        { value: 33.3333, unit: '%' },
        { value: 90, unit: '%' },
      ],
    ],
    ['每周7×24小时', ['7×24小时'], [{ value: 168, unit: '小时', perPeriod: '每周' }]],
    ['每年至少随访4次', ['4次'], [{ value: 4, unit: '次', comparator: 'least', perPeriod: '每年' }]],
    ['每2年体检1次', ['1次'], [{ value: 1, unit: '次', perPeriod: '每2年' }]],
    ['一年两次', ['两次'], [{ value: 2, unit: '次', perPeriod: '每年' }]],
    ['一人一档', ['一档'], [{ value: 1, unit: '档', perWhom: '每人' }]],
    ['怀孕三个月内', ['三个月'], [{ value: 3, unit: '个月', comparator: 'most' }]],
    ['居住半年以上', ['半年'], [{ value: 0.5, unit: '年', comparator: 'least' }]],
    ['低于2000元', ['2000元'], [{ value: 2000, unit: '元', comparator: 'below' }]],
    ['最低工资标准的20%', ['20%'], [{ value: 20, unit: '%' }]],
    ['1933年1月1日以后', ['1933年1月1日'], [{ value: '1933-01-01', unit: '日期', comparator: 'least' }]],
    [
      '3个月至2年',
      ['3个月', '2年'],
      [
        { value: 3, unit: '个月' },
        { value: 2, unit: '年' },
      ],
    ],
  ])('of %j', (text, found, data) => {
    const mentions = scanQuantities(text);
    expect(mentions.map((mention) => [text.slice(mention.start, mention.end), mention.data])).toEqual(
      found.map((each, index) => [each, data[index]]),
    );
  });

  test.each([
    ['《规范（2019年版）》（国卫〔2017〕13号）2型糖尿病 12333电话'],
    ['按照京卫发〔2020〕4号执行'],
    ['2023年起，小学一年级，第3次会议，下一年度，一次性补贴，统一年限'],
    ['一般、一定、进一步、两癌、三级以上、十四五'],
  ])('%j holds none', (text) => {
    expect(scanQuantities(text)).toEqual([]);
  });

  test('have one key for one amount, however it is written', () => {
    const keys = ['30000元', '3万元', '30,000 元', '３万元', '三万元'].flatMap((text) =>
      scanQuantities(text).map(({ key }) => key),
    );
    expect(keys).toEqual(Array(5).fill('30000元'));
  });
});

describe('derive', () => {
  const texts = fc.record(
    Object.fromEntries(
      PROVISION_KEYS.map((key) => [
        key,
        fc.string({
          unit: fc.constantFrom(
            ...Array.from(
              '《》〈〉（）〔〕()[]“”2018号第令、，。：的等市区级中央财政基金和每人月元%-.,×/万岁证 残疾人儿童户籍常住一半年含需要GB',
            ),
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
