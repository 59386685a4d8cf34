import { digitsEnd, isDigit } from './characters.ts';
import { normalise } from './normalise.ts';
import { numeralEnd, numeralValue } from './numerals.ts';

/** A regulation's title and number as they are written, without the outer 《》 and the brackets of the number. */
export interface WrittenRegulation {
  readonly title?: string | undefined;
  readonly number?: string | undefined;
}

/**
 * What the spellings of one regulation share; null where the writing gives none. Equal numbers mean one regulation (two
 * titles under one number are an error in the text); equal titles mean one regulation where not both have a number.
 */
export interface RegulationKeys {
  readonly number: string | null;
  readonly title: string | null;
}

const STATE = '中华人民共和国';
/** Acts that bring a text into the world and leave it what it is; 转发, 修改 and 贯彻 make another document of it. */
const ISSUING = ['印发', '发布', '公布', '颁布', '颁发', '下发'];
const NOTICES = ['的通知', '的公告', '的通告', '的决定', '的令', '的函'];

/** The identity of a regulation by its number and by its title. Pure, and linear in the text. */
export function regulationKeys({ title, number }: WrittenRegulation): RegulationKeys {
  return {
    number: number === undefined ? null : numberKey(number),
    title: title === undefined ? null : titleKey(title),
  };
}

/**
 * 京药﹝2019﹞ 6号, 京药[2019]第06号 → 京药〔2019〕6号 · 北京市人民政府令183号 → 北京市人民政府令第183号 · 中华人民共和国国务院令
 * 第五百八十六号 → 国务院令第586号 · GB／T 33527—2017 → GB/T33527-2017.
 */
function numberKey(number: string): string | null {
  const text = withoutState(withoutPair(normalise(number), '（', '）'));
  if (text === '') return null;
  return yearKey(text) ?? orderKey(text) ?? text;
}

/** Issuer〔year〕serial号; 第 and leading noughts say nothing, and 号 may have been left off. */
function yearKey(text: string): string | null {
  for (let open = 0; open < text.length; open++) {
    if (!'〔（'.includes(text.charAt(open)) || !'〕）'.includes(text.charAt(open + 5))) continue;
    if (![1, 2, 3, 4].every((step) => isDigit(text.charCodeAt(open + step)))) continue;
    const from = text.charAt(open + 6) === '第' ? open + 7 : open + 6;
    const end = digitsEnd(text, from);
    if (end === from || !['', '号'].includes(text.slice(end))) return null;
    return `${text.slice(0, open)}〔${text.slice(open + 1, open + 5)}〕${serial(text.slice(from, end))}号`;
  }
  return null;
}

/** …令第N号, whether or not 第 or 号 is written, the number in digits or 汉字, or 令 at the end: 国务院第423号令. */
function orderKey(text: string): string | null {
  const ends = text.endsWith('号令');
  const order = ends ? text.lastIndexOf('第') : text.lastIndexOf('令') + 1;
  if (order <= 0) return null;
  const from = text.charAt(order) === '第' ? order + 1 : order;
  const digits = digitsEnd(text, from);
  const end = digits > from ? digits : numeralEnd(text, from);
  const value = digits > from ? serial(text.slice(from, end)) : String(numeralValue(text.slice(from, end)));
  if (end === from || value === 'NaN' || !['', '号', '号令'].includes(text.slice(end))) return null;
  const issuer = text.slice(0, ends ? order : order - 1);
  return `${issuer === '国' ? '国务院' : issuer}令第${value}号`;
}

/** 《关于印发〈X〉的通知》 and 《中华人民共和国X》 are X; editions of one text (试行, 第三版, 2019年版) are not each other. */
function titleKey(title: string): string | null {
  const flat = normalise(title).replaceAll('《', '〈').replaceAll('》', '〉');
  const key = withoutState(issued(withoutPair(flat, '〈', '〉')));
  return key === '' ? null : key;
}

function issued(title: string): string {
  const notice = NOTICES.find((ending) => title.endsWith(ending));
  if (notice === undefined) return title;
  const from = issuedFrom(title);
  const end = title.length - notice.length;
  if (from < 0 || from >= end) return title;
  const inner = title.slice(from, end);
  if (inner.startsWith('〈')) return withoutPair(inner, '〈', '〉') === inner ? title : inner.slice(1, -1);
  // 关于印发甲、乙的通知 and 关于印发甲等三个文件的通知 issue several texts and are none of them.
  return inner.includes('〈') || inner.includes('、') || countsSeveral(inner) ? title : inner;
}

/** 等三个文件, 等8项制度; not 高等教育. */
function countsSeveral(text: string): boolean {
  for (let at = text.indexOf('等'); at >= 0; at = text.indexOf('等', at + 1)) {
    if (isDigit(text.charCodeAt(at + 1)) || numeralEnd(text, at + 1) > at + 1) return true;
  }
  return false;
}

/** Where the issued text begins behind 关于印发; -1 where the title does not issue one. */
function issuedFrom(title: string): number {
  const about = title.indexOf('关于');
  const start = about < 0 ? 0 : about + 2;
  const verb = ISSUING.find((word) => title.startsWith(word, start));
  if (verb === undefined || (about > 0 && title.slice(0, about).includes('转发'))) return -1;
  return start + verb.length;
}

/** What stands in brackets that reach from the first character to the last. */
function withoutPair(text: string, open: string, close: string): string {
  if (!text.startsWith(open) || !text.endsWith(close)) return text;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === open) depth++;
    if (text.charAt(at) === close && --depth === 0) return at === text.length - 1 ? text.slice(1, -1) : text;
  }
  return text;
}

/** 中华人民共和国和X国条约 and 中华人民共和国政府 are names that begin with it, not titles with it before them. */
function withoutState(text: string): string {
  if (!text.startsWith(STATE) || '和与同及政'.includes(text.charAt(STATE.length))) return text;
  return text.slice(STATE.length);
}

function serial(digits: string): string {
  let at = 0;
  while (at < digits.length - 1 && digits.charAt(at) === '0') at++;
  return digits.slice(at);
}
