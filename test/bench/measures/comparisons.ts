import { diffText } from '@dingben/text-diff';
import { PROVISION_KEYS } from '@dingben/outline';
import type { Comparison } from '@dingben/comparison';
import type { Ref } from '../../../apps/api/src/comparisons/dto/ref.ts';
import { WORDS } from '../difference/tools.ts';
import { bootInside, type InsideApi } from '../inside-api.ts';
import type { Measure } from '../report.ts';
import { median, timed } from '../rounds.ts';
import { body } from '../../support/work.ts';
import type { BenchStandard, World } from '../world.ts';

/** Comparing whole editions: over HTTP, and what of it the server does. */
export async function measureComparisons(world: World): Promise<Measure[]> {
  return [await measureGrowth(world), await measureEquality(world), ...(await measureServerSide(world))];
}

/** Each comparison is of a pair that was never asked for before, so that nothing answers from memory. */
async function compare(world: World, standard: BenchStandard): Promise<number[]> {
  const times: number[] = [];
  for (const commit of standard.commits) {
    times.push(
      await timed(async () =>
        body(await world.editor.get(`/comparisons?before=edition:${standard.importedId}&after=commit:${commit}`)),
      ),
    );
  }
  return times;
}

async function measureGrowth(world: World): Promise<Measure> {
  const small = median(await compare(world, world.thousand));
  const large = median(await compare(world, world.tenThousand));
  return {
    work: 'compare two editions of 10,000 entries, 5 % changed: times that of 1,000',
    measured: `${large.toFixed(0)} ms against ${small.toFixed(0)} ms`,
    figure: large / small,
    limit: { atMost: 12 },
  };
}

/** Equal editions are told by their tree hashes: the number of entries does not matter. */
async function measureEquality(world: World): Promise<Measure> {
  const time = async (standard: BenchStandard) => {
    const times: number[] = [];
    const path = `/comparisons?before=edition:${standard.importedId}&after=edition:${standard.importedId}`;
    for (let round = 0; round < 10; round++) times.push(await timed(async () => body(await world.editor.get(path))));
    return median(times);
  };
  const small = await time(world.standard);
  const large = await time(world.tenThousand);
  return {
    work: 'compare equal editions: 10,000 entries, times that of 93',
    measured: `${large.toFixed(1)} ms against ${small.toFixed(1)} ms`,
    figure: large / small,
  };
}

/**
 * Without transport, in this process, where the bare differences of the same texts are measured beside each comparison.
 * The code is warm, from comparing another standard; no pair was asked for before.
 */
async function measureServerSide(world: World): Promise<Measure[]> {
  const api = await bootInside(world);
  try {
    await serverSide(api, statesOf(world.thousand.importedId, world.thousand.commits));
    const { importedId, commits } = world.standard;
    const half = commits.length >> 1;
    const strange = await serverSide(api, pairsWith(importedId, commits.slice(0, half)));
    // Whoever asks for a comparison has seen the two outlines: the edition page and the history show them.
    for (const commit of commits.slice(half)) await api.outline(commit);
    const states = statesOf(importedId, commits.slice(half));
    const outlined = await serverSide(api, states);
    const again = await serverSide(api, states);
    const name = `compare two editions of ${world.standard.entries} entries, 5 % changed, server side`;
    return [
      {
        ...times(`${name}, outlines and most texts at hand: times the bare text differences`, outlined),
        limit: { atMost: 3 },
      },
      times(`${name}: times the bare differences by \`diffWords\` with \`Intl.Segmenter\``, outlined, 'words'),
      times(`${name}, with an outline to be made first`, strange),
      times(`${name}, asked again`, again),
      await measureTransport(world, strange),
    ];
  } finally {
    await api.close();
  }
}

type Asked = readonly [before: Ref, after: Ref];

/** The imported edition with each commit. */
function pairsWith(editionId: string, commits: readonly string[]): Asked[] {
  return commits.map((id) => [
    { kind: 'edition', id: editionId },
    { kind: 'commit', id },
  ]);
}

/** Every two of an edition and its commits, both ways. */
function statesOf(editionId: string, commits: readonly string[]): Asked[] {
  const refs: Ref[] = [{ kind: 'edition', id: editionId }, ...commits.map((id) => ({ kind: 'commit' as const, id }))];
  return refs.flatMap((before) => refs.filter((after) => after !== before).map((after): Asked => [before, after]));
}

interface Beside {
  readonly ours: number;
  readonly bare: number;
  /** The same texts by `diffWords` with `Intl.Segmenter`. */
  readonly words: number;
}

async function serverSide(api: InsideApi, asked: readonly Asked[]): Promise<Beside[]> {
  const seen: Beside[] = [];
  for (const [before, after] of asked) {
    let answer: Buffer = Buffer.alloc(0);
    const ours = await timed(async () => (answer = await api.compare(before, after)));
    const texts = textsIn(JSON.parse(answer.toString()) as Comparison);
    const bare = await timed(() => bareDifferences(texts));
    seen.push({
      ours,
      bare,
      words: await timed(() => texts.forEach(({ before, after }) => WORDS.diff(before, after))),
    });
  }
  return seen;
}

function times(work: string, seen: readonly Beside[], differences: 'bare' | 'words' = 'bare'): Measure {
  const [ours, theirs] = [median(seen.map((one) => one.ours)), median(seen.map((one) => one[differences]))];
  return {
    work,
    measured: `${ours.toFixed(2)} ms against ${theirs.toFixed(2)} ms`,
    figure: median(seen.map((one) => one.ours / one[differences])),
    details: seen,
  };
}

/** The whole way of a request and its answer, client included. */
async function measureTransport(world: World, beside: readonly Beside[]): Promise<Measure> {
  const ours = median(await compare(world, world.standard));
  const bare = median(beside.map((one) => one.bare));
  return {
    work: `compare two editions of ${world.standard.entries} entries, 5 % changed, over HTTP, with an outline to be made first`,
    measured: `${ours.toFixed(2)} ms against ${bare.toFixed(2)} ms`,
    figure: ours / bare,
  };
}

interface Pair {
  readonly before: string;
  readonly after: string;
}

/** The provisions that differ, whole, from their segments. */
function textsIn(comparison: Comparison): Pair[] {
  const differing = comparison.entries.flatMap(({ provisions }) => PROVISION_KEYS.map((key) => provisions[key] ?? []));
  const joined = (segments: (typeof differing)[number], without: 'insert' | 'delete') =>
    segments
      .filter(({ op }) => op !== without)
      .map(({ text }) => text)
      .join('');
  return differing
    .filter((segments) => segments.length > 0)
    .map((segments) => ({ before: joined(segments, 'insert'), after: joined(segments, 'delete') }));
}

function bareDifferences(texts: readonly Pair[]): void {
  for (const { before, after } of texts) diffText(before, after);
}
