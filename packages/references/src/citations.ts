import { PROVISION_KEYS, type Citation, type Provisions } from '@dingben/outline';
import { longestEnd } from './characters.ts';
import { bareNumberAt, bracketedNumber, type WrittenNumber } from './document-numbers.ts';
import { normalise } from './normalise.ts';
import type { Mention } from './reference.ts';
import { regulationKeys } from './regulation-keys.ts';

/** Titles of papers that a person holds; they are proof of a status, not a source of law. */
const CERTIFICATE_ENDINGS = ['证', '证书', '证明', '证明书', '通知书', '一卡通', '卡', '户口簿', '户口本', '健康档案'];
const CERTIFICATE_BOOKS = ['健康手册', '保健手册', '服务手册', '优待手册', '联系手册', '学习手册'];

/**
 * The regulations that a text cites: 《title》 with the number in brackets behind it where there is one, and a number
 * without a title. The span reaches from 《 to the end of the number. Certificates are left out. Linear in the text.
 */
export function scanCitations(text: string): Mention[] {
  const titles = scanTitles(text);
  const cited = titles.filter((mention) => mention.data['certificate'] !== true);
  return [...cited, ...bareNumbers(text, titles)].sort((one, other) => one.start - other.start);
}

/** The papers that a text names in 《》 and that are no regulation: 《残疾人证》. */
export function scanCertificates(text: string): Mention[] {
  return scanTitles(text).flatMap(({ start, end, key, data }) =>
    data['certificate'] === true ? [{ start, end, key, data: { title: String(data['title']) } }] : [],
  );
}

/** Every 《…》 of a text, certificates too (`certificate: true`): in what stands in them no amount or group is meant. */
export function scanTitles(text: string): Mention[] {
  return outermostTitles(text).flatMap(([open, close]) => mentionAt(text, open, close));
}

/** What a citation or a certificate covers, in order. */
export function namedSpans(text: string): { start: number; end: number }[] {
  const titles = scanTitles(text);
  return [...titles, ...bareNumbers(text, titles)].sort((one, other) => one.start - other.start);
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

function mentionAt(text: string, open: number, close: number): Mention[] {
  const title = text.slice(open + 1, close);
  const number = bracketedNumber(text, close + 1);
  if (number !== null) return [citation(open, number.after, title, text, number)];
  const key = regulationKeys({ title }).title;
  if (key === null) return [];
  const data = isCertificate(title) ? { title, certificate: true } : { title };
  return [{ start: open, end: close + 1, key: isCertificate(title) ? normalise(title) : key, data }];
}

function citation(start: number, end: number, title: string | undefined, text: string, at: WrittenNumber): Mention {
  const number = text.slice(at.start, at.end);
  const keys = regulationKeys({ title, number });
  const data = { ...(title !== undefined && { title }), number, numberKind: at.kind };
  return { start, end, key: keys.number ?? normalise(number), data };
}

function isCertificate(title: string): boolean {
  return longestEnd(title, CERTIFICATE_ENDINGS) !== undefined || longestEnd(title, CERTIFICATE_BOOKS) !== undefined;
}

function bareNumbers(text: string, titles: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  let [next, free] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const title = titles[next];
    if (title !== undefined && at >= title.start) {
      free = Math.max(free, title.end);
      at = Math.max(at, title.end) - 1;
      next++;
      continue;
    }
    const number = bareNumberAt(text, at, free);
    if (number === null) continue;
    found.push(citation(number.start, number.end, undefined, text, number));
    free = number.end;
    at = number.end - 1;
  }
  return found;
}

/** The citations of an entry in the order of its provisions, in the exchange form; a number without a title has an empty one. */
export function citationsOf(provisions: Provisions): Citation[] {
  return PROVISION_KEYS.flatMap((provision) =>
    scanCitations(provisions[provision]).map(({ start, end, data }): Citation => {
      const [title, number] = [data['title'], data['number']];
      return {
        provision,
        start,
        end,
        title: typeof title === 'string' ? title : '',
        ...(typeof number === 'string' && { number }),
      };
    }),
  );
}
