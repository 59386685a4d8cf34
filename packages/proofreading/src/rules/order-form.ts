import { digitsAt, skipBlanks } from '../characters.ts';
import type { Rule, Seen } from '../model.ts';
import { PROVISIONS } from '../reads.ts';

const LONGEST_NUMBER = 4;
/** Whose orders these are: 国务院, 人民政府, 部, 委员会, 总局, 主席 …; not a 时令 or a 指令. */
const ISSUERS = '院府部委会局署行席关';

/** An order is numbered 第N号 through the years: 令183号 lacks its 第, 令〔2005〕154号 has a year that no order has. */
export const orderForm: Rule = {
  code: 'proofreading.order-form',
  severity: 'warning',
  reads: PROVISIONS,
  see: ({ text, numbers }) => {
    const seen: Seen[] = numbers
      .filter(({ issuer }) => issuer.endsWith('令'))
      .map(({ start, end }) => ({ start, end }));
    for (let at = text.indexOf('令'); at >= 0; at = text.indexOf('令', at + 1))
      if (ISSUERS.includes(text.charAt(at - 1) || ' ')) seen.push(...orderAt(text, at + 1));
    return seen;
  },
};

function orderAt(text: string, from: number): Seen[] {
  let at = skipBlanks(text, from);
  if (text.charAt(at) === '第') at = skipBlanks(text, at + 1);
  const number = digitsAt(text, at, LONGEST_NUMBER);
  if (number === null) return [];
  const end = skipBlanks(text, number.end);
  if (text.charAt(end) !== '号') return [];
  const regular = `第${number.digits}号`;
  return text.slice(from, end + 1) === regular ? [] : [{ start: from, end: end + 1, fix: regular }];
}
