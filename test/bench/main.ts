/**
 * `npm run bench`: measures the API against hand-written SQL on the same database, in one run and as ratios, prints a
 * table and writes JSON. `--quick` shortens every measurement, to see that all of them run.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureDesk } from './measures/desk.ts';
import { measureEditions, measurePublications } from './measures/editions.ts';
import { measureProofreading } from './measures/proofreading.ts';
import { measureReferences } from './measures/references.ts';
import { measureReads } from './measures/reads.ts';
import { measureSaves } from './measures/saves.ts';
import { measureUnrelatedTexts } from './measures/text.ts';
import { reached, report, type Measure } from './report.ts';
import { makeWorld, type World } from './world.ts';

const quick = process.argv.includes('--quick');
process.stdout.write('Making the standards …\n');
const world = await makeWorld(quick ? { seconds: 1, rounds: 1 } : { seconds: 5, rounds: 5 });
const measures: Measure[] = [];
try {
  for (const [name, measure] of Object.entries(steps(world))) {
    process.stdout.write(`Measuring ${name} …\n`);
    measures.push(...(await measure().catch((error: unknown) => failed(name, error))));
  }
} finally {
  await world.close();
}
report(measures, join('test', 'bench', 'results'));
if (!quick && measures.some((measure) => reached(measure) === false)) process.exitCode = 1;

/** A measurement that cannot be made is a line of the table too, and no reason to lose the others. */
function failed(name: string, error: unknown): Measure[] {
  const measured = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
  return [{ work: name, measured, figure: Number.NaN, limit: { atLeast: 0 } }];
}

function steps(on: World): Readonly<Record<string, () => Promise<Measure[]>>> {
  return {
    'text differences': async () => [await measureUnrelatedTexts()],
    proofreading: measureProofreading,
    references: () => Promise.resolve(measureReferences()),
    reads: () => measureReads(on),
    saves: () => measureSaves(on),
    editions: () => measureEditions(on),
    memory: () => Promise.resolve([memoryOf(on.apiPid)]),
    desk: () => measureDesk(on),
    publications: () => measurePublications(on),
  };
}

/** Resident memory as the kernel counts it, after everything above. */
function memoryOf(pid: number): Measure {
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN);
  return {
    work: 'memory of the API after this load, MB',
    measured: `${kilobytes} kB resident`,
    figure: kilobytes / 1024,
    limit: { atMost: 250 },
  };
}
