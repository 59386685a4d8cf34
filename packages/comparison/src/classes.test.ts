import type { Provisions } from '@dingben/outline';
import { compareEntry } from './compare.ts';
import type { ComparableEntry, ComparedEntry } from './model.ts';

const TEXTS: Provisions = {
  targetGroup: '本市户籍儿童。',
  content: '提供基本服务。',
  standard: '每人每月2650元。',
  funding: '市级财政、区级财政共同承担支出责任。',
  leadAgency: '市民政局。',
};

function entry(texts: Partial<Provisions>, title = '甲'): ComparableEntry {
  const provisions = { ...TEXTS, ...texts };
  const place = { code: 'a', number: '1', path: [], section: '', parent: null, holdsItems: false };
  return { ...place, title, provisions, hash: JSON.stringify([title, provisions]) };
}

function compared(before: Partial<Provisions>, after: Partial<Provisions>): ComparedEntry {
  const found = compareEntry(entry(before), entry(after));
  if (found === null) throw new Error('nothing differs');
  return found;
}

/** `提高标准 ✓`: a tick where the classes explain everything that differs. */
function said({ classes, certain }: ComparedEntry): string {
  return [...classes, certain ? '✓' : '?'].join(' ');
}

/** Each evidence as `class provision: before → after`. */
function shown({ evidence }: ComparedEntry): string[] {
  return evidence.map(
    (one) => `${one.class} ${one.provision ?? ''}: ${one.before?.text ?? '—'} → ${one.after?.text ?? '—'}`,
  );
}

describe('服务对象', () => {
  test.each([
    // Ages and other limits.
    ['35-64岁本市户籍妇女。', '35-69岁本市户籍妇女。', '扩大对象 ✓'],
    ['35-64岁本市户籍妇女。', '40-60岁本市户籍妇女。', '缩小对象 ✓'],
    ['35-64岁本市户籍妇女。', '40-69岁本市户籍妇女。', '?'],
    ['0-6岁儿童。', '0-3岁儿童。', '缩小对象 ✓'],
    ['本市户籍65周岁及以上老年人。', '本市户籍60周岁及以上老年人。', '扩大对象 ✓'],
    ['年满60周岁的居民。', '年满65周岁的居民。', '缩小对象 ✓'],
    ['未满16周岁的农村户籍未成年人。', '未满18周岁的农村户籍未成年人。', '扩大对象 ✓'],
    ['60周岁以上老年人。', '60周岁以下老年人。', '?'],
    ['月收入低于2000元的家庭。', '月收入低于3000元的家庭。', '扩大对象 ✓'],
    ['60周岁以上老年人。', '65周岁以上残疾人。', '?'],
    ['儿童。', '0-6岁儿童。', '缩小对象 ✓'],
    // Residence and conditions.
    ['35-64岁本市户籍妇女。', '35-64岁妇女。', '扩大对象 ✓'],
    ['义务教育学生。', '具有本市学籍的义务教育学生。', '缩小对象 ✓'],
    ['本市户籍儿童。', '本市常住儿童。', '?'],
    ['具有本市学籍，在本市义务教育学校就读的学生。', '在本市义务教育学校就读的学生。', '扩大对象 ✓'],
    ['在公办幼儿园就读的幼儿。', '在公办和民办普惠性幼儿园就读的幼儿。', '?'],
    ['困难残疾人。', '残疾人。', '扩大对象 ✓'],
    ['成年人口。', '未成年人口。', '?'],
    // Groups.
    ['孤儿、艾滋病病毒感染儿童。', '孤儿、艾滋病病毒感染儿童、事实无人抚养儿童。', '扩大对象 ✓'],
    ['孤儿、艾滋病病毒感染儿童、事实无人抚养儿童。', '孤儿、事实无人抚养儿童。', '缩小对象 ✓'],
    ['孤儿、残疾儿童。', '孤儿、困境学生。', '?'],
    ['残疾学生。', '残疾学生（含随班就读学生）。', '?'],
    // Exclusions.
    ['家庭经济困难学生。', '家庭经济困难学生（不含研究生）。', '缩小对象 ✓'],
    ['家庭经济困难学生，艺术类表演专业学生除外。', '家庭经济困难学生。', '扩大对象 ✓'],
    ['职工，不含60周岁以上人员。', '职工，不含65周岁以上人员。', '?'],
    // Words only.
    ['孤儿、残疾儿童。', '孤儿和残疾儿童。', '规范表述 ✓'],
    ['35-64岁本市户籍妇女。', '35—64岁本市户籍妇女。', '格式 ✓'],
  ])('%s → %s: %s', (before, after, expected) => {
    expect(said(compared({ targetGroup: before }, { targetGroup: after }))).toBe(expected);
  });

  test('a wider age and a new residence contradict each other and wait for a person', () => {
    const entries = compared({ targetGroup: '35-64岁妇女。' }, { targetGroup: '35-69岁本市户籍妇女。' });
    expect(said(entries)).toBe('扩大对象 缩小对象 ?');
  });
});

describe('服务标准', () => {
  test.each([
    ['每人每月2650元。', '每人每月2800元。', '提高标准 ✓'],
    ['每人每月2650元。', '每人每月2600元。', '降低标准 ✓'],
    ['每人每月100元。', '每人每年1200元。', '?'],
    ['每人每月100元。', '每人每年1000元。', '降低标准 ?'],
    ['每人每月100元。', '每户每月200元。', '?'],
    ['疫苗接种率达到90%以上。', '疫苗接种率达到95%以上。', '提高标准 ✓'],
    ['患者每年至少随访4次。', '患者每年至少随访3次。', '降低标准 ✓'],
    ['提供不少于15套广播节目。', '提供不少于17套广播节目。', '提高标准 ✓'],
    ['补助标准不超过每生每年2800元。', '补助标准不超过每生每年3000元。', '提高标准 ✓'],
    ['救助金额不超过24个月当年本市低保标准。', '救助金额不超过36个月当年本市低保标准。', '提高标准 ✓'],
    // A shorter time for the authority, a smaller share for the person.
    ['自受理之日起20个工作日内办结。', '自受理之日起10个工作日内办结。', '提高标准 ✓'],
    ['个人负担比例不超过30%。', '个人负担比例不超过20%。', '提高标准 ✓'],
    // Thresholds, ages, and how many share.
    ['生活支出3万元以上部分给予救助。', '生活支出4万元以上部分给予救助。', '?'],
    ['不足400人的学校按400人计算。', '不足500人的学校按500人计算。', '提高标准 ?'],
    ['自年满60周岁的下一年度起发放。', '自年满65周岁的下一年度起发放。', '?'],
    ['每班不超过45人。', '每班不超过40人。', '?'],
    ['给予500元-800元补助。', '给予600元-900元补助。', '提高标准 ✓'],
    ['给予500元-800元补助。', '给予600元-700元补助。', '?'],
    // What else changed has to be named.
    ['每人每月2650元。', '每人每月2800元，按季发放。', '提高标准 ?'],
    ['小学140元，初中240元。', '小学150元，初中230元。', '提高标准 降低标准 ?'],
  ])('%s → %s: %s', (before, after, expected) => {
    expect(said(compared({ standard: before }, { standard: after }))).toBe(expected);
  });

  test('an amount of another period has no ratio', () => {
    const { quantities } = compared({ standard: '每人每月100元。' }, { standard: '每人每年1000元。' });
    expect(quantities).toEqual([{ provision: 'standard', before: '100元', after: '1000元', ratio: null }]);
  });
});

describe('支出责任', () => {
  test.each([
    ['市级财政和区级财政共同承担支出责任。', '由市、区财政共同承担。', '规范表述 ✓'],
    ['市财政、区财政共同承担支出责任。', '市级财政、区级财政共同承担支出责任。', '规范表述 ✓'],
    ['市级财政、区级财政共同承担支出责任。', '区级财政承担支出责任。', '调整支出责任 ✓'],
    ['市级财政承担60%，区级财政承担40%。', '市级财政承担70%，区级财政承担30%。', '调整支出责任 ✓'],
    ['市级财政承担。', '市级财政给予补助。', '调整支出责任 ✓'],
  ])('%s → %s: %s', (before, after, expected) => {
    expect(said(compared({ funding: before }, { funding: after }))).toBe(expected);
  });
});

describe('evidence', () => {
  test('says for each class where it shows', () => {
    const found = compared(
      { standard: '每人每月2650元。按照《办法》（京民发〔2018〕1号）执行。' },
      {
        targetGroup: '儿童。',
        standard: '每人每月2800元。按照《办法》（京民发〔2023〕2号）执行。',
        leadAgency: '市民政局、市财政局。',
      },
    );
    expect([said(found), ...shown(found)]).toEqual([
      '提高标准 扩大对象 调整牵头单位 调整依据 ✓',
      '提高标准 standard: 2650元 → 2800元',
      '扩大对象 targetGroup: 本市户籍儿童 → 儿童',
      '调整牵头单位 leadAgency: — → 、市财政局',
      '调整依据 standard: 《办法》（京民发〔2018〕1号） → —',
      '调整依据 standard: — → 《办法》（京民发〔2023〕2号）',
    ]);
  });

  test('its spans are those of the texts', () => {
    const [before, after] = ['每人每月2650元。', '每人每月按2800元计。'];
    for (const { before: old, after: now } of compared({ standard: before }, { standard: after }).evidence) {
      if (old !== null) expect(before.slice(old.start, old.end)).toBe(old.text);
      if (now !== null) expect(after.slice(now.start, now.end)).toBe(now.text);
    }
    expect.assertions(2);
  });

  test('a new title is explained by its words alone', () => {
    const titled = (title: string) => compareEntry(entry({}, '农村留守儿童关爱'), entry({}, title));
    expect([titled('农村留守儿童的关爱'), titled('留守儿童关爱')].map((one) => one && said(one))).toEqual([
      '规范表述 ✓',
      '?',
    ]);
  });

  test('what was added or removed is certain, whatever it says', () => {
    expect([compareEntry(null, entry({})), compareEntry(entry({}), null)].map((one) => one && said(one))).toEqual([
      '新增 ✓',
      '取消 ✓',
    ]);
  });

  test('content that changed waits for a person', () => {
    expect(said(compared({}, { content: '提供基本服务和康复训练。' }))).toBe('?');
  });
});
