import { isDigit, withNarrowDigits } from './characters.ts';
import { namedSpans } from './citations.ts';
import { numeralEnd } from './numerals.ts';
import { contextOf, type Context } from './quantity-context.ts';
import { amountAt, decimalEnd, type Amount } from './quantity-numbers.ts';
import type { Mention } from './reference.ts';

const STARTS = '半〇零一二三四五六七八九十百千两';
/** 第3次 is the third, 每2年 a period, 统一 and 唯一 are no numbers. */
const BEFORE_NO_AMOUNT = '第每统唯单任另同逐专';

/**
 * A number with its unit: 2650元, 3万元, 90%, 13次, 35-64岁, 7×24小时, 三个月, 1/3, 1933年1月1日; with the side on which it binds
 * and for whom and how often it is counted. What stands in 《…》（…） or is the number of a document is not counted. Linear in the text.
 */
export function scanQuantities(text: string): Mention[] {
  const narrow = withNarrowDigits(text);
  const found: { amount: Amount; context: Context }[] = [];
  const named = namedSpans(text);
  let next = 0;
  for (let at = 0; at < narrow.length;) {
    const span = named[next];
    if (span !== undefined && at >= span.start) {
      at = Math.max(at, span.end);
      next++;
      continue;
    }
    const amount = startsAt(narrow, at) ? amountAt(narrow, at) : null;
    if (amount !== null && !isFrequency(narrow, amount)) {
      found.push({ amount, context: withList(narrow, amount, found.at(-1)) });
      at = amount.end;
    } else at = amount?.end ?? nextPlace(narrow, at);
  }
  return found.map(({ amount, context }) => mention(amount, context));
}

function startsAt(text: string, at: number): boolean {
  const isNumber = isDigit(text.charCodeAt(at)) || STARTS.includes(text.charAt(at));
  return isNumber && !(at > 0 && BEFORE_NO_AMOUNT.includes(text.charAt(at - 1)));
}

function nextPlace(text: string, at: number): number {
  const digits = decimalEnd(text, at);
  return digits > at ? digits : Math.max(at + 1, numeralEnd(text, at));
}

/** The first of 一年两次 and 一周一次 says how often. */
function isFrequency(text: string, { start, end, value, unit }: Amount): boolean {
  if (value !== 1 || text.charAt(start) !== '一' || !['年', '周', '天'].includes(unit)) return false;
  const times = nextPlace(text, end);
  return times > end && STARTS.includes(text.charAt(end)) && text.charAt(times) === '次';
}

/** In 每人每月520元、390元 the second is counted as the first. */
function withList(text: string, amount: Amount, before?: { amount: Amount; context: Context }): Context {
  const own = contextOf(text, amount, before?.amount.end ?? 0);
  const isListed =
    before?.amount.unit === amount.unit && '、和或'.includes(text.slice(before.amount.end, amount.start) || ' ');
  if (!isListed || own.perWhom !== undefined || own.perPeriod !== undefined) return own;
  const { perWhom, perPeriod } = before.context;
  return { ...own, ...(perWhom !== undefined && { perWhom }), ...(perPeriod !== undefined && { perPeriod }) };
}

function mention({ start, end, value, upper, unit }: Amount, context: Context): Mention {
  const key = unit === '日期' ? String(value) : `${value}${upper === undefined ? '' : `-${upper}`}${unit}`;
  return { start, end, key, data: { value, ...(upper !== undefined && { upper }), unit, ...context } };
}
