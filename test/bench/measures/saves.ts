import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { load, type LoadRequest, type LoadResult, type Script } from '../load.ts';
import type { Measure } from '../report.ts';
import { paired } from '../rounds.ts';
import type { SavePlace, World } from '../world.ts';
import { body } from '../../support/work.ts';
import { onlyGood, ratioOf } from './reads.ts';

const CONNECTIONS = 20;

/** Saving a provision: a revision, its references and its ledger event, against a transaction that writes a row and a revision. */
export async function measureSaves(world: World): Promise<Measure[]> {
  const ours = async () => onlyGood(await save(world.apiUrl, world, CONNECTIONS)).rate;
  const theirs = async () =>
    onlyGood(await load(world.baselineUrl, baselineScript(world), { connections: CONNECTIONS, seconds: world.seconds }))
      .rate;
  const ratio = ratioOf(
    `save a provision with revision and ledger event, ${CONNECTIONS} connections`,
    await paired(world.rounds, ours, theirs),
    0.4,
  );
  return [ratio, await measureCrowd(world)];
}

/** Twice as many writers as pooled connections: nothing hangs, and nothing fails but by 503. */
async function measureCrowd(world: World): Promise<Measure> {
  const result = await save(world.crowdedUrl, world, CONNECTIONS);
  const others = Object.entries(result.statuses).filter(([status]) => status !== '204' && status !== '503');
  const bad = result.errors + others.reduce((sum, [, count]) => sum + count, 0);
  return {
    work: `save with ${CONNECTIONS} writers on a pool of ${CONNECTIONS / 2}: answers that are neither 204 nor 503, or none`,
    measured: `${result.rate.toFixed(0)}/s, ${JSON.stringify(result.statuses)}, p99 ${result.p99} ms`,
    figure: bad,
    limit: { atMost: 0 },
    details: result,
  };
}

async function save(url: string, world: World, connections: number): Promise<LoadResult> {
  // What the load before had on its way is still being carried out.
  await wait(1_000);
  for (const place of world.savePlaces) place.version = await versionNow(world, place);
  return load(url, (connection) => saver(world, world.savePlaces[connection % world.savePlaces.length]), {
    connections,
    seconds: world.seconds,
  });
}

/** A load ends with answers on their way: what they changed is read before the next one begins. */
async function versionNow(world: World, place: SavePlace): Promise<number> {
  const path = `/amendments/${place.amendmentId}`;
  const { edits } = body(await world.editor.get<{ edits: { id: string; version: number }[] }>(path));
  return edits.find((edit) => edit.id === place.editId)?.version ?? place.version;
}

/** Each connection edits an entry of its own and follows the version that the answers give it. */
function saver(world: World, place: SavePlace | undefined): ReturnType<Script> {
  if (place === undefined) throw new Error('no place to save to');
  let turn = 0;
  return {
    next: (): LoadRequest => ({
      method: 'PUT',
      path: `/api/amendments/${place.amendmentId}/edits/${place.editId}`,
      headers: {
        cookie: world.editor.cookie ?? '',
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
        'if-match': `"${place.version}"`,
        'idempotency-key': randomUUID(),
        // As the desk asks: it knows what it sent.
        prefer: 'return=minimal',
      },
      body: JSON.stringify({
        title: place.title,
        provisions: {
          ...place.provisions,
          standard: `${place.provisions.standard}第${turn++}稿，每人每月${1000 + (turn % 5000)}元。`,
        },
      }),
    }),
    answered: (status, etag) => {
      if (status === 204) place.version = Number(etag?.slice(1, -1));
    },
  };
}

function baselineScript(world: World): Script {
  return (connection) => {
    let turn = 0;
    const text = Object.values(world.savePlaces[connection % world.savePlaces.length]?.provisions ?? {}).join('\n');
    return {
      next: () => ({
        method: 'POST',
        path: `/save/${world.baselineRows[connection % world.baselineRows.length] ?? ''}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: `${text}第${turn++}稿` }),
      }),
    };
  };
}
