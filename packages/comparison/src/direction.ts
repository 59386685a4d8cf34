import type { Mention } from '@dingben/references';
import { clauseAround } from './clause.ts';
import type { QuantityPair } from './quantities.ts';

/** What an amount of 服务标准 does for those served: `up` gives more, `down` less. */
export type Direction = 'up' | 'down';

const AGES = ['周岁', '岁', '月龄', '日期'];
const DURATIONS = ['年', '个月', '周', '日', '天', '个工作日', '工作日', '小时', '分钟'];
const PEOPLE = ['人', '名', '位', '户', '家'];
/** What the person pays, or has to reach before anything is paid: less is better. */
const BURDENS = /收费|缴费|自付|自负|个人负担|个人承担|起付|门槛/;
/** What the authority has to have done within the time: shorter is better. */
const DUTIES = /办结|受理|答复|审核|审批|处理|处置|响应|到达|完成|送达|反馈|告知|发放到/;
/** 金额不超过24个月 is a sum, although it is counted in months. */
const SUMS = /金额|标准|补助|补贴|救助|津贴|待遇|费用/;
/** 3万元以上部分, 2000元（含）到3万元（含）的, 不足400人的学校. */
const CONDITION = /^(?:（含）|\(含\))?(?:以上部分|以下部分|以上的|以下的|以内的|部分|的)/;
/** A month's amount as a year's, where the change may only be one of counting. */
const YEARLY: Readonly<Record<string, number>> = { 每年: 1, 每半年: 2, 每季度: 4, 每季: 4, 每月: 12, 每个月: 12 };

/**
 * Whether an amount that took another's place in 服务标准 raises or lowers it; null where the two texts do not prove which: an age
 * decides who is served, an amount within a condition decides when, a bound on how many share decides nothing by itself.
 */
export function directionOf({ before, after }: QuantityPair, oldText: string, newText: string): Direction | null {
  const sign = signOf(before, oldText);
  if (sign === 0 || sign !== signOf(after, newText)) return null;
  const [old, now] = [yearlyOf(before.data), yearlyOf(after.data)];
  if (old === null || now === null || old.base !== now.base) return null;
  const differences = [now.low - old.low, now.high - old.high].filter((one) => one !== 0);
  if (differences.length === 0) return null;
  if (differences.every((one) => one * sign > 0)) return 'up';
  return differences.every((one) => one * sign < 0) ? 'down' : null;
}

/** 1: more is better for those served; -1: less is; 0: neither is proved. */
function signOf({ start, end, data }: Mention, text: string): -1 | 0 | 1 {
  const unit = String(data['unit']);
  const comparator = data['comparator'];
  if (AGES.includes(unit) || CONDITION.test(text.slice(end, end + 12))) return 0;
  const clause = clauseAround(text, start, end);
  if (comparator === 'above' || comparator === 'below') return 0;
  if (BURDENS.test(clause)) return -1;
  if (DURATIONS.includes(unit)) {
    if (DUTIES.test(clause)) return comparator === 'least' ? 0 : -1;
    if (comparator === 'most') return SUMS.test(clause) ? 1 : 0;
  }
  return PEOPLE.includes(unit) && comparator === 'most' ? 0 : 1;
}

/** Amounts that can be held against each other: for the same person, over the same time or one that divides into years. */
function yearlyOf(data: Mention['data']): { low: number; high: number; base: string } | null {
  const { value, upper = value } = data;
  if (typeof value !== 'number' || typeof upper !== 'number') return null;
  const period = String(data['perPeriod'] ?? '');
  const times = YEARLY[period];
  const base = `${String(data['perWhom'] ?? '')} ${times === undefined ? period : '每年'}`;
  return { low: value * (times ?? 1), high: upper * (times ?? 1), base };
}
