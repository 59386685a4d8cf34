import { PROVISION_KEYS, type Citation, type Provisions } from '@dingben/outline';
import { isDigit, skipBlanks } from './characters.ts';
import { normalise } from './normalise.ts';
import type { Mention } from './reference.ts';

type NumberKind = 'document' | 'order' | 'standard';

/** A 文号 in brackets is never longer; a bracket that is, is a remark. */
const LONGEST_NUMBER = 60;
/** Titles of papers that a person holds; they are proof of a status, not a source of law. */
const CERTIFICATE_ENDINGS = [
  '证',
  '证书',
  '证明',
  '证明书',
  '一卡通',
  '卡',
  '户口簿',
  '户口本',
  '母子健康档案',
  '手册',
];
const YEAR_BRACKETS = ['〔〕', '﹝﹞', '[]', '［］', '【】', '（）', '()'];

/**
 * The regulations that a text cites: 《title》, with the number in brackets behind it where there is one. The span reaches
 * from 《 to the end of the number. Certificates are left out. Linear in the text.
 */
export function scanCitations(text: string): Mention[] {
  return scanTitles(text).flatMap((mention) => (mention.data['certificate'] === true ? [] : [mention]));
}

/** Every 《…》 of a text, certificates too (`certificate: true`): in what stands in them no amount or group is meant. */
export function scanTitles(text: string): Mention[] {
  return outermostTitles(text).map(([open, close]) => mentionAt(text, open, close));
}

/** The places of 《 and 》 that belong together and are within no other such pair; one without its other half is skipped. */
function outermostTitles(text: string): (readonly [number, number])[] {
  const open: number[] = [];
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '《') open.push(at);
    if (char !== '》') continue;
    const start = open.pop();
    if (start === undefined) continue;
    while ((pairs.at(-1)?.[0] ?? -1) > start) pairs.pop();
    pairs.push([start, at]);
  }
  return pairs;
}

function mentionAt(text: string, open: number, close: number): Mention {
  const title = text.slice(open + 1, close);
  const number = numberAfter(text, close + 1);
  if (number === null) {
    const certificate = CERTIFICATE_ENDINGS.some((ending) => title.endsWith(ending));
    return {
      start: open,
      end: close + 1,
      key: normalise(title),
      data: certificate ? { title, certificate } : { title },
    };
  }
  const data = { title, number: number.text, numberKind: number.kind };
  return { start: open, end: number.end, key: normalise(number.text), data };
}

function numberAfter(text: string, from: number): { text: string; kind: NumberKind; end: number } | null {
  const open = skipBlanks(text, from);
  if (text.charAt(open) !== '（' && text.charAt(open) !== '(') return null;
  const close = bracketEnd(text, open);
  if (close < 0) return null;
  const inner = text.slice(open + 1, close);
  const kind = numberKind(inner);
  return kind === null ? null : { text: inner, kind, end: close + 1 };
}

function bracketEnd(text: string, open: number): number {
  let depth = 0;
  const limit = Math.min(text.length, open + LONGEST_NUMBER);
  for (let at = open; at < limit; at++) {
    const char = text.charAt(at);
    if (char === '（' || char === '(') depth++;
    else if ((char === '）' || char === ')') && --depth === 0) return at;
  }
  return -1;
}

/**
 * 京卫老年妇幼〔2018〕22号 · 国务院令第423号, 北京市人民政府令183号 · GB/T 33527-2017, DB11/T1123-2023, SF/T0058—2023, 建标108-2008.
 */
function numberKind(inner: string): NumberKind | null {
  const text = inner.trim();
  const last = text.charAt(text.length - 1);
  if (last === '号' && hasDigit(text)) {
    if (hasYear(text)) return 'document';
    return text.includes('令') ? 'order' : text.includes('第') ? 'document' : null;
  }
  const first = text.charCodeAt(0);
  const isCode = first >= 0x41 && first <= 0x5a && text.charCodeAt(1) >= 0x41 && text.charCodeAt(1) <= 0x5a;
  return (isCode || text.startsWith('建标')) && hasDigit(text) ? 'standard' : null;
}

/** A year of four digits between a pair of brackets. */
function hasYear(text: string): boolean {
  return YEAR_BRACKETS.some((pair) => {
    const open = text.indexOf(pair.charAt(0));
    if (open < 0 || text.charAt(open + 5) !== pair.charAt(1)) return false;
    return [1, 2, 3, 4].every((step) => isDigit(text.charCodeAt(open + step)));
  });
}

function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}

/** The citations of an entry in the order of its provisions, in the exchange form. */
export function citationsOf(provisions: Provisions): Citation[] {
  return PROVISION_KEYS.flatMap((provision) =>
    scanCitations(provisions[provision]).map(({ start, end, data }): Citation => {
      const title = String(data['title']);
      const number = data['number'];
      return { provision, start, end, title, ...(typeof number === 'string' && { number }) };
    }),
  );
}
