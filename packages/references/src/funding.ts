import { longestAt, longestEnd } from './characters.ts';
import { sourcesIn, type Source } from './funding-sources.ts';
import { JOINTS, ROLES, ROLE_WORDS, TERMS, USES, type FundingRole } from './funding-words.ts';
import type { Mention } from './reference.ts';

/** What a clause says of a source: the role, the word that gives it, and where that word stands in the clause. */
interface Act {
  readonly role: FundingRole;
  readonly at: number;
  readonly end: number;
  readonly percent?: number;
  readonly terms?: string;
}

interface Paid extends Source {
  readonly act?: Act;
}

/** A clause with those who pay by it; offsets of `sources` are the clause's own. */
export interface FundingClause {
  readonly start: number;
  readonly text: string;
  readonly sources: readonly Paid[];
}

/** Who pays, by 支出责任: levels of government, funds and contributors, each with the role that its clause gives it. */
export function scanFunding(text: string): Mention[] {
  return fundingClauses(text).flatMap(({ start, text: clause, sources }) =>
    sources.map(({ start: from, end, key, kind, scope, act }): Mention => {
      const role = act === undefined ? {} : { role: act.role };
      const terms = act?.terms === undefined ? {} : { terms: act.terms };
      const percent = act?.percent === undefined ? {} : { percent: act.percent };
      const data = { source: clause.slice(from, end), sourceKind: kind, ...(scope !== undefined && { scope }) };
      return { start: start + from, end: start + end, key, data: { ...data, ...role, ...terms, ...percent } };
    }),
  );
}

/** The clauses of 支出责任 in order, each with its sources and what they do. */
export function fundingClauses(text: string): FundingClause[] {
  const plain = clauses(text).map(({ start, end }) => {
    const clause = text.slice(start, end);
    return { start, text: clause, sources: sourcesIn(clause) };
  });
  return plain.map(({ start, text: clause, sources }, index) => {
    const next = plain[index + 1];
    const behind = next?.sources.length === 0 ? actIn(next.text, 0, next.text.length) : undefined;
    return { start, text: clause, sources: withActs(clause, sources, behind) };
  });
}

/** Sources that are only joined do the same; one whose clause gives no verb takes that of the clause behind it. */
function withActs(clause: string, sources: readonly Source[], behind: Act | undefined): Paid[] {
  // From the last one back.
  const paid: Paid[] = [];
  for (let index = sources.length - 1; index >= 0; index--) {
    const source = sources[index];
    if (source === undefined) continue;
    const until = sources[index + 1]?.start ?? clause.length;
    const gap = clause.slice(source.end, until);
    const isJoined = longestAt(gap, 0, JOINTS) === gap && gap !== '';
    const act = ownAct(clause, source) ?? (isJoined ? paid.at(-1)?.act : actIn(clause, source.end, until));
    paid.push({ ...source, ...(act === undefined ? used(clause, source, behind) : { act: forKind(act, source) }) });
  }
  return paid.reverse();
}

/** A level that pays bears; a fund that bears alone pays out. */
function forKind(act: Act, { kind }: Source): Act {
  return kind === 'level' && act.role === 'pays' ? { ...act, role: 'bears' } : act;
}

function used(clause: string, source: Source, behind: Act | undefined): { act?: Act } {
  const word = longestEnd(clause, USES, source.start);
  const act: Act | undefined =
    word === undefined ? behind : { role: 'pays', at: source.start - word.length, end: source.start };
  return act === undefined ? {} : { act };
}

/** 中央补助资金, 社会各界捐助 and 收费 say by their names what they do. */
function ownAct(clause: string, { start, end }: Source): Act | undefined {
  const name = clause.slice(start, end);
  const word = ['补助', '捐助', '捐赠', '收费'].find((each) => name.includes(each));
  const role = word === undefined ? undefined : ROLES[word];
  return role === undefined ? undefined : { role, at: end, end };
}

/** The first verb between two places; behind 给予 or 予以 the one that is given, whatever is named before it. */
function actIn(clause: string, from: number, to: number): Act | undefined {
  const gap = clause.slice(from, to);
  const given = Math.max(gap.indexOf('给予'), gap.indexOf('予以'));
  for (let at = Math.max(0, given); at < gap.length; at++) {
    const word = longestAt(gap, at, ROLE_WORDS);
    const role = word === undefined ? undefined : ROLES[word];
    if (word === undefined || role === undefined || (given >= 0 && role === 'contributes')) continue;
    const terms = TERMS.find((each) => gap.includes(each));
    const share = percentBefore(gap, at);
    const place = { at: from + at, end: from + at + word.length };
    return { role, ...place, ...(terms !== undefined && { terms }), ...(share !== undefined && { percent: share }) };
  }
  return undefined;
}

/** 给予50%补助. */
function percentBefore(gap: string, at: number): number | undefined {
  if (!'%％'.includes(gap.charAt(at - 1) || ' ')) return undefined;
  let start = at - 1;
  while (start > 0 && '0123456789.'.includes(gap.charAt(start - 1))) start--;
  const value = Number(gap.slice(start, at - 1));
  return start === at - 1 || Number.isNaN(value) ? undefined : value;
}

function clauses(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !'，,。；;\n'.includes(text.charAt(at))) continue;
    if (at > start) found.push({ start, end: at });
    start = at + 1;
  }
  return found;
}
