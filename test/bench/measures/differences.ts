import { GOLDEN, hostilePairs, longPair, NEIGHBOURS, REVISED, type Pair } from '../difference/pairs.ts';
import { looksOf, marked, type Looks } from '../difference/readability.ts';
import { OURS, TOOLS, WORDS, type Tool } from '../difference/tools.ts';
import { table } from '../difference/table.ts';
import { round, type Measure } from '../report.ts';
import { median, spent, timed } from '../rounds.ts';

const ROUNDS = 15;
const SETS = new Map<string, readonly Pair[]>([
  ['golden', GOLDEN],
  ['revised', REVISED],
  ['neighbours', NEIGHBOURS],
]);

export interface Figures extends Looks {
  readonly tool: string;
  readonly set: string;
  readonly pairs: number;
  /** As a person marked them. */
  readonly exact: number | null;
  readonly milliseconds: number;
  /** Median of the rounds' own ratios to `diffWords`. */
  readonly ratio: number;
}

/** Text differences beside those of other libraries, on the same pairs in the same rounds; and the longest and worst that may come. */
export async function measureDifferences(): Promise<Measure[]> {
  const figures: Figures[] = [];
  for (const [set, pairs] of SETS) figures.push(...(await figuresOf(set, pairs)));
  process.stdout.write(`${table(figures)}\n`);
  const [, revised] = SETS.keys();
  const real = figures.find(({ set, tool }) => set === revised && tool === OURS.name);
  return [
    {
      work: 'text differences of revised provisions: times `diffWords` with `Intl.Segmenter`',
      measured: `${real?.pairs} pairs in ${round(real?.milliseconds ?? Number.NaN)} ms`,
      figure: real?.ratio ?? Number.NaN,
      limit: { atMost: 0.5 },
      details: figures,
    },
    {
      work: 'atoms that a text difference splits',
      measured: `of ${SETS.size} sets of pairs`,
      figure: figures.reduce((sum, { tool, splitAtoms }) => sum + (tool === OURS.name ? splitAtoms : 0), 0),
      limit: { atMost: 0 },
    },
    longest(),
    worst(),
  ];
}

async function figuresOf(set: string, pairs: readonly Pair[]): Promise<Figures[]> {
  const times = new Map<Tool, number[]>(TOOLS.map((tool) => [tool, []]));
  for (let turn = 0; turn <= ROUNDS; turn++) {
    for (const tool of turn % 2 === 0 ? TOOLS : TOOLS.toReversed()) {
      const took = await timed(() => pairs.forEach(({ before, after }) => tool.diff(before, after)));
      // The first round warms up.
      if (turn > 0) times.get(tool)?.push(took);
    }
  }
  const words = times.get(WORDS) ?? [];
  return TOOLS.map((tool) => {
    const own = times.get(tool) ?? [];
    return {
      tool: tool.name,
      set,
      pairs: pairs.length,
      ...total(tool, pairs),
      milliseconds: median(own),
      ratio: median(own.map((time, index) => time / (words[index] ?? Number.NaN))),
    };
  });
}

function total(tool: Tool, pairs: readonly Pair[]): Looks & Pick<Figures, 'exact'> {
  const looks = pairs.map(({ before, after }) => looksOf(tool.diff(before, after)));
  const sum = (key: keyof Looks): number => looks.reduce((all, one) => all + one[key], 0);
  const golden = pairs === GOLDEN ? GOLDEN : null;
  const exact = golden && golden.filter(({ before, after, mark }) => marked(tool.diff(before, after)) === mark).length;
  return { edit: sum('edit'), fragments: sum('fragments'), splitAtoms: sum('splitAtoms'), exact };
}

function longest(): Measure {
  const { before, after } = longPair();
  const times: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn++) times.push(spent(() => complete({ before, after })));
  return {
    work: `a text of ${before.length} characters against its revision of ${after.length}, ms of one processor`,
    measured: `first ${round(times[0] ?? Number.NaN)} ms, median ${round(median(times))} ms`,
    figure: median(times),
    limit: { atMost: 200 },
    details: times,
  };
}

/** Each runs in one turn, so its time is the time that nobody else is served. */
function worst(): Measure {
  const seen: { name: string; first: number; median: number }[] = [];
  for (const [name, pair] of hostilePairs()) {
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++) times.push(spent(() => complete(pair)));
    seen.push({ name, first: times[0] ?? Number.NaN, median: median(times) });
  }
  const slowest = seen.reduce((one, other) => (other.median > one.median ? other : one));
  process.stdout.write(`\n${seen.map((one) => `| ${one.name} | ${round(one.median)} |`).join('\n')}\n`);
  return {
    work: `the slowest of ${seen.length} hostile pairs, ms of one processor`,
    measured: `${slowest.name}: first ${round(slowest.first)} ms`,
    figure: slowest.median,
    limit: { atMost: 250 },
    details: seen,
  };
}

function complete({ before, after }: Pair): void {
  const segments = OURS.diff(before, after);
  const side = (leftOut: string): string => segments.map(({ op, text }) => (op === leftOut ? '' : text)).join('');
  if (side('insert') !== before || side('delete') !== after) throw new Error('the difference is not complete');
}
