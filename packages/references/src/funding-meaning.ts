import { longestAt } from './characters.ts';
import { fundingClauses, type FundingClause } from './funding.ts';
import { normalise } from './normalise.ts';

/** Words that carry nothing beside the sources and their roles. */
const FILLERS = [
  ...[
    '支出责任',
    '经费支出',
    '给予',
    '予以',
    '适当',
    '相应',
    '全额',
    '资金',
    '按规定',
    '由',
    '从',
    '中',
    '的',
    '等',
    '其',
    '均',
  ],
  ...['和', '及', '与', '、', '，', ',', '。', '；', ';'],
];

/**
 * What 支出责任 says, whatever its wording: equal for 市级财政和区级财政共同承担支出责任 and 由市、区财政共同承担, different as soon as
 * a source, a role, a share or what is paid for differs. Whatever is not understood stays in it as it is written, so that
 * two texts are never called the same for want of understanding. Linear in the text but for sorting its clauses.
 */
export function fundingMeaning(text: string): string {
  const groups: { sources: string[]; rest: string }[] = [];
  for (const clause of fundingClauses(text)) {
    const sources = clause.sources.map(({ key, act }) => {
      const role =
        act === undefined
          ? []
          : [act.role, act.terms, act.percent, clause.text.slice(act.at, act.at + 2) === '负责' ? '负责' : undefined];
      return [key, ...role].filter((part) => part !== undefined).join(' ');
    });
    const rest = restOf(clause);
    const last = groups.at(-1);
    // A clause without a source goes on with what the one before it says.
    if (sources.length === 0 && last !== undefined) last.rest += rest;
    else groups.push({ sources, rest });
  }
  return groups
    .map(({ sources, rest }) => `${[...sources].sort().join(', ')}${rest === '' ? '' : ` · ${rest}`}`)
    .filter((group) => group !== '')
    .sort()
    .join('; ');
}

/** A clause without its sources, the words that gave their roles, and fillers: what it is about. */
function restOf({ text, sources }: FundingClause): string {
  const understood = sources.flatMap(({ start, end, act }) => [
    { start, end },
    ...(act === undefined ? [] : [{ start: act.at, end: act.end }]),
  ]);
  const spans = [...understood].sort((one, other) => one.start - other.start);
  let rest = '';
  let next = 0;
  for (let at = 0; at < text.length;) {
    while ((spans[next]?.end ?? Infinity) <= at) next++;
    const span = spans[next];
    if (span !== undefined && at >= span.start) at = span.end;
    else {
      const filler = longestAt(text, at, FILLERS);
      rest += filler === undefined ? text.charAt(at) : '';
      at += filler?.length ?? 1;
    }
  }
  return normalise(rest);
}
