import { isDigit, isNumeral, runEnd, wordEnd } from './characters.ts';

const longestFirst = (words: string): string[] => words.split(' ').sort((a, b) => b.length - a.length);

/** What follows a number in digits and belongs to it. */
const UNITS = longestFirst(
  '元 万元 亿元 角 分 岁 周岁 个月 个工作日 工作日 个自然日 自然日 年 月 月龄 日 天 周 小时 分钟 秒 倍 % ％ ‰ 个百分点 百分点 次 人次 万人次 万人 ' +
    '人 名 户 家 个 项 种 类 档 级 型 号 套 场 部 册 本 张 床 处 座 所 间 条 款 份 辆 门 例 学时 课时 学年 学期 平方米 平方公里 公里 千米 米 厘米 毫米 ' +
    '公斤 千克 克 吨 升 毫升 亩 万 亿',
);
/** What may follow a number in 汉字: fewer, because 一个 and 三级 are words like any other. */
const NUMERAL_UNITS = longestFirst('元 岁 周岁 个月 个工作日 工作日 年 日 天 倍 分之');
/** 一年级 and 下一年度 are no periods. */
const NOT_AFTER_YEAR = new Set('级度龄限');
const PER = new Set('人月年日天次生户床');
const BETWEEN = new Set('-—–－~～至到×');
const RATIO = new Set(':：/');

/** `2650`, `1.5`, `12,000`. */
function numberEnd(text: string, start: number): number {
  let end = runEnd(text, start, isDigit);
  while (text[end] === ',' && runEnd(text, end + 1, isDigit) === end + 4) end += 4;
  if ((text[end] === '.' || text[end] === '．') && isDigit(text[end + 1])) end = runEnd(text, end + 1, isDigit);
  return end;
}

/** `2011年9月1日`, `2011年9月`, `9月1日`, `2019 年`. */
function unitEnd(text: string, start: number): number {
  const from = text[start] === ' ' ? start + 1 : start;
  let end = wordEnd(text, from, UNITS);
  if (end === from) return start;
  for (const part of ['月', '日']) {
    const digits = runEnd(text, end, isDigit);
    if (digits > end && text[digits] === part && (text[end - 1] === '年' || text[end - 1] === '月')) end = digits + 1;
  }
  while (text[end] === '/' && PER.has(text[end + 1] ?? '')) end += 2;
  return end;
}

/** A digit stands at `start`: an amount with its unit, a rate, a date, an age or time range, a ratio (`35-64岁`, `7×24小时`, `1:5`). */
export function quantityEnd(text: string, start: number): number {
  let end = start;
  // A fixed number of links keeps a chain such as 1-2-3-4… from becoming one token.
  for (let link = 0; link < 3; link++) {
    const number = numberEnd(text, end);
    end = unitEnd(text, number);
    const joint = text[end] ?? '';
    const joins = BETWEEN.has(joint) || (end === number && RATIO.has(joint));
    if (!joins || !isDigit(text[end + 1]) || link === 2) break;
    end++;
  }
  return end;
}

/** A 汉字 digit stands at `start`: 六十周岁, 三个月, 百分之五, 三分之一; or `start` where it is part of a word. */
export function numeralEnd(text: string, start: number): number {
  if (text.startsWith('百分之', start)) {
    const share = runEnd(text, start + 3, isNumeral);
    return share > start + 3 ? share : start;
  }
  const number = runEnd(text, start, isNumeral);
  const end = wordEnd(text, number, NUMERAL_UNITS);
  if (end === number) return start;
  if (text[end - 1] === '年' && NOT_AFTER_YEAR.has(text[end] ?? '')) return start;
  if (text.startsWith('分之', number)) {
    const share = runEnd(text, end, isNumeral);
    return share > end ? share : start;
  }
  return end;
}
