import { readFileSync } from 'node:fs';
import type { ProvisionKey } from '@dingben/outline';
import type { Reference, ReferenceKind } from '@dingben/references';

/** One thing that a person saw in a provision: as written, where in the order of its kind, and what it says. */
export type Seen = string;
export type SeenByKind = Readonly<Record<ReferenceKind, readonly Seen[]>>;

const PROVISIONS: Readonly<Record<string, ProvisionKey>> = {
  t: 'targetGroup',
  c: 'content',
  s: 'standard',
  f: 'funding',
};
const COMPARATORS: Readonly<Record<string, string>> = { '>=': 'least', '<=': 'most', '>': 'above', '<': 'below' };
const PERIODS = ['年', '学期', '季度', '月', '周', '天'];

/** The hand-written list of what each entry of the bundled standard mentions, by the entry's path; its head says how it is read. */
export function readGold(path: string): Map<string, SeenByKind> {
  const gold = new Map<string, Record<ReferenceKind, Seen[]>>();
  let entry: Record<ReferenceKind, Seen[]> | undefined;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('[')) {
      entry = { citation: [], certificate: [], agency: [], funding: [], targetGroup: [], quantity: [] };
      gold.set(line.slice(1, -1), entry);
      continue;
    }
    const seen = seenOf(line);
    if (entry === undefined || seen === null) throw new Error(`The gold file has a line of no known form: ${line}`);
    entry[seen.kind].push(...seen.items);
  }
  return gold;
}

function seenOf(line: string): { kind: ReferenceKind; items: Seen[] } | null {
  const [mark, rest] = [line.slice(0, 1), line.slice(2)];
  if (mark === '单')
    return { kind: 'agency', items: rest.split('; ').map((name, index) => item([name, index === 0 ? 'lead' : ''])) };
  if (mark === '资') return { kind: 'funding', items: rest.split('; ').map((each) => item(each.split(' '))) };
  if (mark === '对') return { kind: 'targetGroup', items: [item(group(rest))] };
  const provision = PROVISIONS[rest.slice(0, 1)] ?? '';
  const said = rest.slice(2);
  if (mark === '量') {
    const items = said.split('; ').map((each) => item([provision, ...quantity(each)]));
    return { kind: 'quantity', items };
  }
  const close = said.indexOf('》') < 0 ? -1 : said.lastIndexOf('》');
  if (mark === '证') return { kind: 'certificate', items: [item([provision, said.slice(1, close)])] };
  return mark === '依'
    ? { kind: 'citation', items: [item([provision, said.slice(1, close), said.slice(close + 2)])] }
    : null;
}

function group(rest: string): string[] {
  const [who = '', residence = '', age = '', condition = ''] = rest.split('|').map((part) => part.trim());
  return [who === '-' ? '' : who, residence, age, condition];
}

/** 520元 = 520 元 每人 每月, as the words of the data that the scanner gives. */
function quantity(written: string): string[] {
  const [text = '', said = ''] = written.split(' = ');
  const [bound = '', unit = '', ...per] = said.split(' ');
  const sign = Object.keys(COMPARATORS).find((each) => bound.startsWith(each)) ?? '';
  const [value = '', upper = ''] = bound.slice(sign.length).split('..');
  const isPeriod = (word: string): boolean => PERIODS.includes(word.slice(1));
  return [
    text,
    value,
    upper,
    unit,
    COMPARATORS[sign] ?? '',
    per.find((word) => !isPeriod(word)) ?? '',
    per.find(isPeriod) ?? '',
  ];
}

/** A reference that was derived, in the words of the gold file. @param text of the provision that it stands in */
export function seenIn({ kind, provision, start, end, data }: Reference, text: string): Seen {
  const say = (...names: string[]): string[] => names.map((name) => String(data[name] ?? ''));
  switch (kind) {
    case 'citation':
      return item([provision, ...say('title', 'number')]);
    case 'certificate':
      return item([provision, ...say('title')]);
    case 'agency': {
      const scope = data['scope'] === undefined ? '' : `（${String(data['scope'])}）`;
      return item([`${text.slice(start, end)}${scope}`, data['lead'] === true ? 'lead' : '']);
    }
    case 'funding':
      return item([text.slice(start, end), String(data['role'] ?? '-'), ...say('percent')]);
    case 'targetGroup':
      return item([...say('name', 'residence'), ageOf(data), ...say('condition')]);
    case 'quantity':
      return item([
        provision,
        text.slice(start, end),
        ...say('value', 'upper', 'unit', 'comparator', 'perWhom', 'perPeriod'),
      ]);
  }
}

function ageOf(data: Reference['data']): string {
  const { ageFrom, ageTo, ageUnder } = data;
  if (ageUnder !== undefined) return `<${String(ageUnder)}`;
  if (ageFrom === undefined) return ageTo === undefined ? '' : `<=${String(ageTo)}`;
  return ageTo === undefined ? `>=${String(ageFrom)}` : `${String(ageFrom)}..${String(ageTo)}`;
}

/** Empty words at the end say nothing. */
function item(words: readonly string[]): Seen {
  let end = words.length;
  while (end > 0 && words[end - 1] === '') end--;
  return words.slice(0, end).join(' | ');
}
