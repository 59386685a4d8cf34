import type { Measure } from '../report.ts';
import { median, timed } from '../rounds.ts';
import { body, carryThrough, causeEdition, openAmendment, revise, type EntryBody } from '../../support/work.ts';
import type { BenchStandard, World } from '../world.ts';

/** Outlining, merging and publishing whole editions; times of single requests, one after the other. */
export async function measureEditions(world: World): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const standard of [world.standard, world.tenThousand]) measures.push(await measureOutline(world, standard));
  measures.push(...(await measureMerges(world)));
  return measures;
}

async function measureOutline(world: World, standard: BenchStandard): Promise<Measure> {
  const sql = `SELECT s.code, r.title, r.content_hash, p.section_id FROM placement p JOIN service s ON s.id = p.service_id JOIN revision r ON r.id = p.revision_id
    JOIN section c ON c.id = p.section_id WHERE p.edition_id = $1 ORDER BY c.position, p.position`;
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < 7; round++) {
    ours.push(await timed(async () => body(await world.editor.get(`/editions/${standard.editionId}/outline`))));
    theirs.push(await timed(async () => JSON.stringify((await world.database.query(sql, [standard.editionId])).rows)));
  }
  return {
    work: `read the outline of ${standard.entries} entries: times hand-written SQL`,
    measured: `${median(ours).toFixed(1)} ms against ${median(theirs).toFixed(1)} ms`,
    figure: median(ours) / median(theirs),
  };
}

/** The event `merge` alone, of amendments of one entry, on the real standard and on the large one. */
async function measureMerges(world: World): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const standard of [world.standard, world.tenThousand]) {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) times.push(await mergeOnce(world, standard, round));
    const theirs = await handWrittenMerge(world);
    measures.push({
      work: `submit, approve and merge an amendment in ${standard.entries} entries: times three hand-written transactions`,
      measured: `${median(times).toFixed(1)} ms against ${theirs.toFixed(1)} ms`,
      figure: median(times) / theirs,
    });
  }
  return measures;
}

async function mergeOnce(world: World, standard: BenchStandard, round: number): Promise<number> {
  const serviceId = standard.services[standard.services.length - 1 - round] ?? '';
  const entry = body(await world.editor.get<EntryBody>(`/editions/${standard.editionId}/entries/${serviceId}`));
  const amendment = await openAmendment(world.editor, standard.editionId, `合并${round}`);
  await revise(world.editor, amendment.id, entry, { funding: `${entry.provisions?.funding ?? ''}第${round}次调整。` });
  return timed(() => carryThrough(world.editor, world.reviewer, amendment.id));
}

async function handWrittenMerge(world: World): Promise<number> {
  const row = world.baselineRows[0];
  const times: number[] = [];
  for (let round = 0; round < 7; round++) {
    times.push(
      await timed(async () => {
        for (let act = 0; act < 3; act++) {
          await world.database.query(
            `WITH changed AS (UPDATE bench.entry SET version = version + 1 WHERE id = $1 RETURNING id)
            INSERT INTO bench.revision (id, entry_id, text) SELECT gen_random_uuid(), id, 'merged' FROM changed`,
            [row],
          );
        }
      }),
    );
  }
  return median(times);
}

/** Publishing ends a draft, so it is measured last and once for each standard. */
export async function measurePublications(world: World): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const standard of [world.standard, world.tenThousand]) {
    await withdrawOpen(world, standard);
    await causeEdition(world.editor, standard.editionId, 'finalise');
    await causeEdition(world.editor, standard.editionId, 'schedule', {
      effectiveDate: new Date().toISOString().slice(0, 10),
    });
    const time = await timed(() => causeEdition(world.publisher, standard.editionId, 'publish'));
    const copied = await timed(() =>
      world.database.query(`CREATE TEMP TABLE copied_${standard.entries} AS SELECT * FROM publication_artefact`),
    );
    measures.push({
      work: `publish ${standard.entries} entries with txt, html, docx and json: times storing the files with SQL`,
      measured: `${time.toFixed(0)} ms against ${copied.toFixed(0)} ms`,
      figure: time / copied,
    });
  }
  return measures;
}

async function withdrawOpen(world: World, standard: BenchStandard): Promise<void> {
  for (const state of ['draft', 'submitted', 'approved']) {
    const open = body(
      await world.editor.get<{ items: { id: string; version: number }[] }>(
        `/amendments?editionId=${standard.editionId}&state=${state}&perPage=100`,
      ),
    );
    for (const amendment of open.items)
      body(
        await world.editor.post(
          `/amendments/${amendment.id}/events`,
          { event: 'withdraw' },
          { version: amendment.version },
        ),
      );
  }
}
