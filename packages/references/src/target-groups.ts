import { closingBrackets, longestAt, longestEnd, skipBlanks, withNarrowDigits } from './characters.ts';
import { namedSpans } from './citations.ts';
import { conditionsOnly, groupMention, type Group } from './target-group.ts';
import { INCLUDING, LEADS, PARTS, PEOPLE, PREDICATES } from './people.ts';
import type { Mention } from './reference.ts';

/** Between two of these stands one thought; a group never reaches over one. */
const SENTENCE_ENDS = '。；;\n：:①②③④⑤⑥⑦⑧⑨';

interface Read {
  /** With narrow digits; every place is that of the text. */
  readonly text: string;
  /** What is read as one character: titles and brackets, where they open and where they end. */
  readonly holes: ReadonlyMap<number, number>;
}

/**
 * The groups of people whom 服务对象 names, each with residence, age and condition as they stand before it. A list of
 * conditions that names nobody is one group without a name. Linear in the text.
 */
export function scanTargetGroups(text: string): Mention[] {
  const holes = new Map([...closingBrackets(text)].map(([open, close]) => [open, close + 1]));
  for (const { start, end } of namedSpans(text)) holes.set(start, end);
  const read = { text: withNarrowDigits(text), holes };
  return sentences(read).flatMap(({ start, end }) => {
    const conditions = conditionsOnly(read.text, holes, start, end);
    if (conditions !== null) return [groupMention(text, read.text, conditions)];
    return groups(read, start, end)
      .flatMap((group) => [group, ...noted(read, group)])
      .map((group) => groupMention(text, read.text, group));
  });
}

function sentences({ text, holes }: Read): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at = holes.get(at) ?? at + 1) {
    if (at < text.length && !SENTENCE_ENDS.includes(text.charAt(at))) continue;
    const from = withoutNumber(text, start, at);
    // 困难残疾人生活补贴对象： is a label.
    const isLabel = '：:'.includes(text.charAt(at) || ' ') && !text.slice(from, at).includes('的');
    if (at > from && !isLabel) found.push({ start: from, end: at });
    start = at + 1;
  }
  return found;
}

/** 1. and 2. before the members of a list. */
function withoutNumber(text: string, start: number, end: number): number {
  const at = skipBlanks(text, start);
  const isNumber = text.charAt(at) >= '1' && text.charAt(at) <= '9' && text.charAt(at + 1) === '.';
  return Math.min(end, isNumber ? at + 2 : at);
}

/** The groups of a sentence: a part that does not end with a group's noun belongs to the part behind it. */
function groups({ text, holes }: Read, from: number, to: number): Group[] {
  const found: Group[] = [];
  let start = skipLeads(text, from, to);
  let of = -1;
  let noteStart = -1;
  for (let at = start; at <= to;) {
    const part = at === to ? '' : longestAt(text, at, PARTS);
    const ends = part !== undefined || longestAt(text, at, PREDICATES) !== undefined;
    const headEnd = holes.get(noteStart) === at ? noteStart : at;
    if (ends && headEnd > start && endsWithPeople(text, start, headEnd)) {
      found.push(...joined(text, found, { start, of, headEnd, end: at }));
      start = skipLeads(text, part === undefined ? clauseEnd(text, at, to) : at + part.length, to);
      of = -1;
      at = Math.max(at + 1, start);
      continue;
    }
    if (part !== undefined && startsAnew(text, start, at, part)) start = skipLeads(text, at + part.length, to);
    if (text.charAt(at) === '的') of = at;
    if (holes.has(at)) noteStart = at;
    at = holes.get(at) ?? at + 1;
  }
  return found;
}

/** …规定的，也可 and 持有《…证》和建档立卡家庭幼儿 name those before the mark without a noun. */
function startsAnew(text: string, start: number, at: number, part: string): boolean {
  if (at <= start) return true;
  const last = text.charAt(at - 1);
  return (
    (last === '的' && '，,'.includes(part || ' ')) || (last === '》' && part === '和' && text.charAt(at + 1) !== '《')
  );
}

function skipLeads(text: string, from: number, to: number): number {
  let at = skipBlanks(text, from);
  for (let lead = longestAt(text, at, LEADS); lead !== undefined && at < to; lead = longestAt(text, at, LEADS))
    at += lead.length;
  return Math.min(at, to);
}

function endsWithPeople(text: string, start: number, end: number): boolean {
  return longestEnd(text.slice(Math.max(start, end - 6), end), PEOPLE) !== undefined;
}

function clauseEnd(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && !'，,'.includes(text.charAt(at))) at++;
  return at;
}

/** In 企业、事业单位和个体经济组织等用人单位的劳动者 those before 等 say of whom the last one is; they are no groups. */
function joined(text: string, found: Group[], group: Group): Group[] {
  const modifier = group.of < 0 ? '' : text.slice(group.start, group.of);
  const enumerates = modifier.includes('等') || text.charAt(group.start - 1) === '等';
  if (!enumerates || longestEnd(modifier, PEOPLE) === undefined) return [group];
  let { start } = group;
  for (
    let last = found.at(-1);
    last !== undefined && '、和及等'.includes(text.charAt(last.end) || ' ');
    last = found.at(-1)
  ) {
    start = last.start;
    found.pop();
  }
  return [{ ...group, start }];
}

/** The groups that a note behind a group includes: 家庭经济困难学生（含孤儿）; notes within the note are not read. */
function noted(read: Read, { headEnd, end }: Group): Group[] {
  const isNote = end > headEnd && longestAt(read.text, headEnd + 1, INCLUDING) !== undefined;
  return isNote ? groups(read, headEnd + 1, end - 1) : [];
}
