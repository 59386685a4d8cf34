/** What is counted after a number in digits. */
export const UNITS: readonly string[] = [
  ...['元', '%', '‰', '个百分点', '倍', '次', '人次', '人', '名', '位', '户', '周岁', '岁', '月龄', '个月', '年', '周'],
  ...[
    '日',
    '天',
    '个工作日',
    '工作日',
    '小时',
    '分钟',
    '学时',
    '课时',
    '套',
    '所',
    '档',
    '台',
    '册',
    '场',
    '件',
    '个',
    '家',
  ],
  ...[
    '间',
    '处',
    '辆',
    '张',
    '类',
    '项',
    '种',
    '份',
    '平方米',
    '平方公里',
    '公里',
    '米',
    '公斤',
    '千克',
    '升',
    '兆',
    '门',
  ],
];
/** What is counted after a number in 汉字; the rest (一个, 一家, 一项) is a way of speaking. */
export const HAN_UNITS: readonly string[] = [
  ...['次', '人次', '周岁', '岁', '月龄', '个月', '年', '周', '天', '小时', '个工作日', '工作日', '倍', '档'],
];
/** 年级, 一年度 and 一次性 are words of their own, 3年制 a name. */
export const NOT_UNITS: readonly string[] = [
  '年级',
  '年度',
  '年制',
  '年生',
  '次性',
  '周年',
  '人民',
  '日制',
  '天然',
  '位数',
];

export const SCALES: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 百万: 1e6, 千万: 1e7 };
export const SCALE_WORDS = Object.keys(SCALES);
export const RANGE_MARKS = ['-', '—', '–', '－', '～', '~', '至', '到'];

export type Comparator = 'least' | 'most' | 'above' | 'below';

export const COMPARATORS_BEFORE: Readonly<Record<string, Comparator>> = {
  不低于: 'least',
  不得低于: 'least',
  不少于: 'least',
  不得少于: 'least',
  不小于: 'least',
  至少: 'least',
  最少: 'least',
  最低: 'least',
  达到: 'least',
  年满: 'least',
  满: 'least',
  不超过: 'most',
  不得超过: 'most',
  不高于: 'most',
  不得高于: 'most',
  不大于: 'most',
  不多于: 'most',
  至多: 'most',
  最多: 'most',
  最高: 'most',
  未满: 'below',
  不满: 'below',
  不足: 'below',
  未达到: 'below',
  低于: 'below',
  少于: 'below',
  小于: 'below',
  超过: 'above',
  高于: 'above',
  大于: 'above',
};
export const COMPARATORS_AFTER: Readonly<Record<string, Comparator>> = {
  及以上: 'least',
  以上: 'least',
  以后: 'least',
  以来: 'least',
  及以下: 'most',
  以下: 'most',
  以内: 'most',
  之内: 'most',
  内: 'most',
  以前: 'below',
  之前: 'below',
};
/** 3个月内容 says nothing of a bound. */
export const NOT_COMPARATORS = ['内容', '内部', '内科', '内镜', '内设'];
/** For how long or how often: 每年, 每2年, 每半年. */
export const PERIODS: readonly string[] = [
  ...['年', '学年', '学期', '半年', '季度', '季', '月', '个月', '周', '日', '天', '小时', '次', '个工作日'],
];
