import { isBlank } from './characters.ts';
import { normalise } from './normalise.ts';
import type { Mention } from './reference.ts';

/** 和 and 及 do not separate: 市文化和旅游局 is one agency. */
const SEPARATORS = '、，,；;。\n';

/** The agencies of 牵头负责单位 in their order; the first leads. A note in brackets behind a name is its scope. */
export function scanAgencies(text: string): Mention[] {
  const found: Mention[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text.charAt(at);
    if (char === '（' || char === '(') depth++;
    else if ((char === '）' || char === ')') && depth > 0) depth--;
    const ends = at === text.length || (depth === 0 && SEPARATORS.includes(char));
    if (!ends) continue;
    const mention = agency(text, from, at, found.length === 0);
    if (mention !== null) found.push(mention);
    from = at + 1;
  }
  return found;
}

/**
 * The normal form of an agency's name: as it is registered where `aliases` (normal forms → registered names) know it. 市人力资源和
 * 社会保障局 and 市人力资源社会保障局 share one, and so do 市卫生健康委 and 市卫生健康委员会.
 */
export function agencyKey(name: string, aliases: ReadonlyMap<string, string> = new Map()): string {
  const plain = normalise(name).replaceAll('和', '');
  const key = plain.endsWith('委员会') ? plain.slice(0, -2) : plain;
  return aliases.get(key) ?? key;
}

function agency(text: string, from: number, to: number, lead: boolean): Mention | null {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  if (start === end) return null;
  const bracket = openingBracket(text, start, end);
  const scope = bracket < 0 ? null : text.slice(bracket + 1, end - 1);
  const nameEnd = bracket < 0 ? end : bracket;
  const name = text.slice(start, nameEnd);
  return { start, end: nameEnd, key: normalise(name), data: { name, lead, ...(scope !== null && { scope }) } };
}

/** Where the note that ends at `end` opens; -1 where there is none, or nothing but a note. */
function openingBracket(text: string, start: number, end: number): number {
  if (!'）)'.includes(text.charAt(end - 1))) return -1;
  for (let at = start + 1; at < end; at++) if ('（('.includes(text.charAt(at))) return at;
  return -1;
}
