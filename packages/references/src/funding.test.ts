import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { fundingMeaning, scanFunding } from './index.ts';

/** Every wording of 支出责任 in the bundled standard with who pays by it: source as written, purse, role, percent, terms. */
const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  '中央财政、市级财政和区级财政共同承担支出责任。': [
    '中央财政=中央财政 shares',
    '市级财政=市级财政 shares',
    '区级财政=区级财政 shares',
  ],
  '市级财政、区级财政共同承担支出责任。': ['市级财政=市级财政 shares', '区级财政=区级财政 shares'],
  '区级财政承担支出责任。': ['区级财政=区级财政 bears'],
  '区级财政承担支出责任，中央财政、市级财政适当补助。': [
    '区级财政=区级财政 bears',
    '中央财政=中央财政 subsidises',
    '市级财政=市级财政 subsidises',
  ],
  '中央财政、市财政、区财政共同承担支出责任。': [
    '中央财政=中央财政 shares',
    '市财政=市级财政 shares',
    '区财政=区级财政 shares',
  ],
  '职业技能培训补贴和鉴定补贴由失业保险基金、就业专项资金和职业技能提升行动专账资金共同承担，生活费补贴由区级财政承担。':
    [
      '失业保险基金=失业保险基金 shares',
      '就业专项资金=就业专项资金 shares',
      '职业技能提升行动专账资金=职业技能提升行动专账资金 shares',
      '区级财政=区级财政 bears',
    ],
  '由用人单位和职工共同缴费。符合规定的参保人员享受职工基本医疗保险待遇所需资金从职工基本医疗保险基金（含生育保险）中支付。':
    [
      '用人单位=用人单位 contributes',
      '职工=职工 contributes',
      '职工基本医疗保险基金=职工基本医疗保险基金 pays （含生育保险）',
    ],
  '由用人单位和职工共同缴费。符合规定的参保人员享受职工基本养老保险待遇所需资金从职工基本养老保险基金中支付。': [
    '用人单位=用人单位 contributes',
    '职工=职工 contributes',
    '职工基本养老保险基金=职工基本养老保险基金 pays',
  ],
  '由用人单位和职工共同缴费。符合规定的参保人员享受失业保险待遇所需资金从失业保险基金中支付。': [
    '用人单位=用人单位 contributes',
    '职工=职工 contributes',
    '失业保险基金=失业保险基金 pays',
  ],
  '由市、区财政共同承担。': ['市=市级财政 shares', '区财政=区级财政 shares'],
  '由市、区人民政府负责支付法律援助补贴等法律援助经费，中央财政给予适当补助。': [
    '市=市级财政 bears',
    '区人民政府=区级财政 bears',
    '中央财政=中央财政 subsidises',
  ],
  '用人单位缴纳生育保险费。符合规定的参保人员享受生育保险待遇所需资金从职工基本医疗保险基金（含生育保险）中支付。': [
    '用人单位=用人单位 contributes',
    '职工基本医疗保险基金=职工基本医疗保险基金 pays （含生育保险）',
  ],
  '用人单位缴纳工伤保险费。符合条件的参保人员享受工伤保险待遇所需资金按规定从工伤保险基金中支付或由用人单位支付。': [
    '用人单位=用人单位 contributes',
    '工伤保险基金=工伤保险基金 pays',
    '用人单位=用人单位 pays',
  ],
  '本市在市级设立疾病应急救助基金，通过财政投入和社会各界捐助等多渠道筹集资金。中央财政、市级财政共同承担支出责任,安排资金对疾病应急救助基金予以补助。':
    [
      '疾病应急救助基金=疾病应急救助基金',
      '财政=政府财政 contributes',
      '社会各界捐助=社会捐助 contributes',
      '中央财政=中央财政 shares',
      '市级财政=市级财政 shares',
    ],
  '政府对符合条件的参保人员全额支付基础养老金，其中，中央财政按国家确定的基础养老金标准给予50%补助。政府按规定对参保人缴费给予补贴，落实待遇调整机制适当提高基础养老金标准。结合本市实际，对于缴纳超过国家规定最低缴费年限的人员，适当加发年限基础养老金。个人账户养老金由个人账户基金支出，不足时由政府财政兜底。':
    [
      '政府=政府财政 bears',
      '中央财政=中央财政 subsidises 50%',
      '政府=政府财政 subsidises',
      '个人账户基金=个人账户基金 pays',
      '政府财政=政府财政 topsUp',
    ],
  '市级财政转移支付，区级财政承担支出责任。': ['市级财政=市级财政 subsidises', '区级财政=区级财政 bears'],
  '市级财政承担支出责任。': ['市级财政=市级财政 bears'],
  '市级财政和区级财政按职责承担支出责任，中央财政适当补助。': [
    '市级财政=市级财政 shares 按职责',
    '区级财政=区级财政 shares 按职责',
    '中央财政=中央财政 subsidises',
  ],
  '市级财政和区级财政共同承担支出责任。': ['市级财政=市级财政 shares', '区级财政=区级财政 shares'],
  '市级财政、区级财政承担部分支出责任，服务项目按照医疗服务定价及医保报销政策收费。': [
    '市级财政=市级财政 bearsPart',
    '区级财政=区级财政 bearsPart',
    '收费=服务收费 contributes',
  ],
  '市级财政、区级财政共同承担支出责任，中央财政适当补助。': [
    '市级财政=市级财政 shares',
    '区级财政=区级财政 shares',
    '中央财政=中央财政 subsidises',
  ],
  '市、区共同承担支出责任。市级负责统筹中央资金和市级财力，通过转移支付对区予以补助；区级统筹各类资金予以落实。': [
    '市=市级财政 shares',
    '区=区级财政 shares',
    '中央资金=中央财政 subsidises',
    '市级财力=市级财政 subsidises',
    '区级=区级财政 bears',
  ],
  '市、区人民政府负责，引导社会资金投入，市人民政府给予资金支持，中央财政给予资金补助。': [
    '市=市级财政 bears',
    '区人民政府=区级财政 bears',
    '社会资金=社会资金 contributes',
    '市人民政府=市级财政 subsidises',
    '中央财政=中央财政 subsidises',
  ],
  '市、区人民政府负责，公益性岗位补贴所需资金由失业保险基金、区级财政共同承担。': [
    '市=市级财政 bears',
    '区人民政府=区级财政 bears',
    '失业保险基金=失业保险基金 shares',
    '区级财政=区级财政 shares',
  ],
  '区财政承担支出责任。': ['区财政=区级财政 bears'],
  '区级财政承担支出责任，医疗服务按照医疗服务定价及医保报销政策收费。': [
    '区级财政=区级财政 bears',
    '收费=服务收费 contributes',
  ],
  '区政府负责，用足用好地方政府专项债券资金，合规使用中央补助资金，市政府适当给予资金支持。': [
    '区政府=区级财政 bears',
    '地方政府专项债券资金=地方政府专项债券资金 pays',
    '中央补助资金=中央财政 subsidises',
    '市政府=市级财政 subsidises',
  ],
  '农村低收入群体危房改造补助资金支出方式为中央、市级、区级财政安排补助资金与个人自筹相结合。农村优抚对象危房改造补助资金支出方式为区财政安排补助资金与个人自筹相结合。':
    [
      '中央=中央财政 subsidises',
      '市级=市级财政 subsidises',
      '区级财政=区级财政 subsidises',
      '个人=个人 contributes',
      '区财政=区级财政 subsidises',
      '个人=个人 contributes',
    ],
  '中央财政适当予以补助，区级财政承担主要支出责任。': ['中央财政=中央财政 subsidises', '区级财政=区级财政 bearsMost'],
  '中央财政、市级财政和区级财政共同承担支出责任。为参保人员提供基本医疗保障所需资金从城乡居民基本医疗保险基金中支出。':
    [
      '中央财政=中央财政 shares',
      '市级财政=市级财政 shares',
      '区级财政=区级财政 shares',
      '城乡居民基本医疗保险基金=城乡居民基本医疗保险基金 pays',
    ],
  '中央、区级财政共同承担支出责任。': ['中央=中央财政 shares', '区级财政=区级财政 shares'],
};

const rows = (text: string): string[] =>
  scanFunding(text).map(({ start, end, key, data }) => {
    const { role, percent, terms, scope } = data;
    const said = [
      role,
      percent === undefined ? undefined : `${String(percent)}%`,
      terms,
      scope === undefined ? undefined : `（${String(scope)}）`,
    ];
    return [`${text.slice(start, end)}=${key}`, ...said].filter((part) => part !== undefined).join(' ');
  });

test.each(Object.entries(WORDINGS))('%s', (text, expected) => {
  expect(rows(text)).toEqual(expected);
});

test('the wordings are those of the bundled standard, all 31', () => {
  const source = readFileSync('prisma/seed/beijing-basic-public-service-standard-2023-draft.txt', 'utf8');
  const written = source.split('\n').flatMap((line) =>
    line
      .split('支出责任：')
      .slice(1)
      .map((text) => text.trim()),
  );
  expect(new Set(written)).toEqual(new Set(Object.keys(WORDINGS)));
  expect(Object.keys(WORDINGS)).toHaveLength(31);
});

test.each([
  ['由区级财政全额负担', ['区级财政=区级财政 bears']],
  [
    '省、市、县财政按比例承担',
    ['省=省级财政 shares 按比例', '市=市级财政 shares 按比例', '县财政=县级财政 shares 按比例'],
  ],
  ['市级财政部门会同教育部门核定', []],
  ['本市在全市推进', []],
  ['所需经费由福利彩票公益金解决', ['福利彩票公益金=福利彩票公益金 pays']],
])('%s', (text, expected) => {
  expect(rows(text)).toEqual(expected);
});

describe('the meaning of 支出责任', () => {
  test.each([
    ['市级财政、区级财政共同承担支出责任。', '市级财政和区级财政共同承担支出责任。'],
    ['市级财政、区级财政共同承担支出责任。', '由市、区财政共同承担。'],
    ['市级财政、区级财政共同承担支出责任。', '市、区共同承担支出责任'],
    ['中央财政、市级财政和区级财政共同承担支出责任。', '中央财政、市财政、区财政共同承担支出责任。'],
    ['区财政承担支出责任。', '由区级财政全额承担'],
    ['区级财政承担支出责任，中央财政适当补助。', '中央财政给予适当补助，区级财政承担支出责任。'],
    ['区级财政承担支出责任，中央财政、市级财政适当补助。', '区级财政承担支出责任；市级财政和中央财政予以补助。'],
    ['中央财政适当予以补助，区级财政承担主要支出责任。', '区级财政主要承担支出责任，中央财政给予补助。'],
  ])('is one for %s and %s', (one, other) => {
    expect(fundingMeaning(one)).toBe(fundingMeaning(other));
  });

  test.each([
    ['市级财政、区级财政共同承担支出责任。', '市级财政承担支出责任。'],
    ['市级财政、区级财政共同承担支出责任。', '市级财政、区级财政承担部分支出责任。'],
    ['市级财政、区级财政共同承担支出责任。', '市级财政、区级财政按职责承担支出责任。'],
    ['市级财政、区级财政共同承担支出责任。', '中央财政、区级财政共同承担支出责任。'],
    ['区级财政承担支出责任。', '区级财政承担主要支出责任。'],
    ['区级财政承担支出责任。', '区级财政承担支出责任，中央财政适当补助。'],
    ['区级财政承担支出责任。', '区政府负责。'],
    ['中央财政给予50%补助。', '中央财政给予30%补助。'],
    ['生活费补贴由区级财政承担。', '区级财政承担。'],
    ['用人单位缴纳工伤保险费。', '用人单位缴纳生育保险费。'],
    ['区级财政承担支出责任。', '区级财政承担支出责任，另有规定的从其规定。'],
  ])('is not one for %s and %s', (one, other) => {
    expect(fundingMeaning(one)).not.toBe(fundingMeaning(other));
  });

  test('is empty for no text, and holds whatever it does not understand', () => {
    expect(fundingMeaning('')).toBe('');
    const part = fc.string({ unit: fc.constantFrom(...Array.from('市区财政承担甲乙丙，。由级')), maxLength: 40 });
    fc.assert(
      fc.property(part, (text) => {
        expect(
          ['甲', '乙', '丙'].every((char) => fundingMeaning(text).split(char).length === text.split(char).length),
        ).toBe(true);
      }),
    );
  });
});
