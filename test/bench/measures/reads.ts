import { load, type LoadResult } from '../load.ts';
import type { Measure } from '../report.ts';
import { paired, type Paired } from '../rounds.ts';
import type { World } from '../world.ts';

const CONNECTIONS = 20;

/** Entry, list of 25 and history, each against hand-written SQL in a bare server on the same database. */
export async function measureReads(world: World): Promise<Measure[]> {
  const { services, editionId } = world.standard;
  const pages = Math.floor(services.length / 25);
  return [
    await against(world, 'an entry with its references', 1, {
      ours: (turn) => `/api/editions/${editionId}/entries/${pick(services, turn)}`,
      theirs: (turn) => `/entry/${editionId}/${pick(services, turn)}`,
    }),
    await against(world, 'a list of 25 entries with references', 1, {
      ours: (turn) => `/api/editions/${editionId}/entries?page=${(turn % pages) + 1}&perPage=25`,
      theirs: (turn) => `/list/${editionId}/${(turn % pages) * 25}`,
    }),
    await against(world, 'the history of 20 revisions of an entry', 0.8, {
      ours: () => `/api/editions/${world.history.editionId}/entries/${world.history.serviceId}/history`,
      theirs: () => `/history/${world.history.serviceId}`,
    }),
  ];
}

interface Paths {
  readonly ours: (turn: number) => string;
  readonly theirs: (turn: number) => string;
}

async function against(world: World, work: string, atLeast: number, paths: Paths): Promise<Measure> {
  const cookie = { cookie: world.editor.cookie ?? '' };
  const ours = () => read(world.apiUrl, paths.ours, cookie, world.seconds);
  const theirs = () => read(world.baselineUrl, paths.theirs, {}, world.seconds);
  return ratioOf(`read ${work}, ${CONNECTIONS} connections`, await paired(world.rounds, ours, theirs), atLeast);
}

export function ratioOf(work: string, seen: Paired, atLeast: number): Measure {
  const measured = `${seen.ours.toFixed(0)}/s against ${seen.theirs.toFixed(0)}/s`;
  return { work, measured, figure: seen.ratio, limit: { atLeast }, details: seen.rounds };
}

async function read(
  url: string,
  path: (turn: number) => string,
  headers: Record<string, string>,
  seconds: number,
): Promise<number> {
  let turn = 0;
  const result = await load(url, () => ({ next: () => ({ path: path(turn++), headers }) }), {
    connections: CONNECTIONS,
    seconds,
  });
  return onlyGood(result).rate;
}

/** A rate means nothing when answers were refusals. */
export function onlyGood(result: LoadResult): LoadResult {
  const bad = Object.keys(result.statuses).filter((status) => !status.startsWith('2'));
  if (bad.length > 0 || result.errors > 0) throw new Error(`not all answers were good: ${JSON.stringify(result)}`);
  return result;
}

function pick(values: readonly string[], turn: number): string {
  return values[turn % values.length] ?? '';
}
