import { longestAt } from './characters.ts';
import { levelsAt } from './funding-levels.ts';
import { normalise } from './normalise.ts';
import type { Mention } from './reference.ts';

const FUND_ENDINGS = ['基金', '专项资金', '专账资金', '专项债券资金', '债券资金'];
/** A fund's name begins after one of these. */
const BEFORE_A_FUND = '从由对在立用好、，,。；;：和与及以按\n';
const CONTRIBUTORS: Readonly<Record<string, string>> = {
  用人单位: '用人单位',
  职工共同: '职工',
  职工缴: '职工',
  个人自筹: '个人',
  个人缴: '个人',
  社会各界捐助: '社会捐助',
  社会捐助: '社会捐助',
  社会资金: '社会资金',
};
const CONTRIBUTOR_WORDS = Object.keys(CONTRIBUTORS);

/** What a clause says of those it names; the first that occurs in this order decides. */
const ROLES: readonly (readonly [string, readonly string[]])[] = [
  ['shares', ['共同承担', '共同负责', '分担', '承担部分', '按职责承担', '相结合']],
  ['bears', ['承担', '负责']],
  ['contributes', ['缴', '自筹', '捐助', '社会资金']],
  ['topsUp', ['兜底']],
  ['subsidises', ['补助', '补贴', '资金支持', '转移支付']],
  ['bears', ['支付', '支出', '列支', '落实']],
];

/** Who pays, by 支出责任: levels of government, funds and contributors, each with the role that its clause gives it. */
export function scanFunding(text: string): Mention[] {
  return clauses(text).flatMap(({ start, end }) => {
    const clause = text.slice(start, end);
    const role = ROLES.find(([, words]) => words.some((word) => clause.includes(word)))?.[0];
    return sourcesIn(clause).map((mention) => ({
      ...mention,
      start: mention.start + start,
      end: mention.end + start,
      data: role === undefined ? mention.data : { ...mention.data, role },
    }));
  });
}

function sourcesIn(clause: string): Mention[] {
  const found: Mention[] = [];
  for (let at = 0; at < clause.length;) {
    const here = sourcesAt(clause, at, found.at(-1)?.end ?? 0);
    found.push(...here);
    at = Math.max(at + 1, here.at(-1)?.end ?? 0);
  }
  return found;
}

function sourcesAt(clause: string, at: number, free: number): Mention[] {
  const levels = levelsAt(clause, at);
  // 地方政府专项债券资金 is a fund that begins with a level's name.
  if (levels.length > 0 && !levels.some((level) => fundFollows(clause, level.end))) return levels;
  const contributor = longestAt(clause, at, CONTRIBUTOR_WORDS);
  if (contributor !== undefined) {
    const end =
      at + (contributor.endsWith('缴') ? contributor.length - 1 : contributor === '职工共同' ? 2 : contributor.length);
    const source = clause.slice(at, end);
    return [{ start: at, end, key: CONTRIBUTORS[contributor] ?? source, data: { source, sourceKind: 'contributor' } }];
  }
  const ending = longestAt(clause, at, FUND_ENDINGS);
  return ending === undefined ? [] : [fund(clause, at, at + ending.length, free)];
}

function fundFollows(clause: string, at: number): boolean {
  return longestAt(clause, at, FUND_ENDINGS) !== undefined;
}

/** A fund's name is read backwards from its ending, no further than the source before it. */
function fund(clause: string, ending: number, end: number, free: number): Mention {
  let start = ending;
  while (start > free && !BEFORE_A_FUND.includes(clause.charAt(start - 1))) start--;
  const source = clause.slice(start, end);
  return { start, end, key: normalise(source), data: { source, sourceKind: 'fund' } };
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
