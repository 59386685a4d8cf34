/**
 * `npm run bench`: measures the API against hand-written SQL on the same database, in one run and as ratios, prints a
 * table and writes JSON. `--quick` shortens every measurement, to see that all of them run; `--only NAME` makes one of them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { measureComparisons } from './measures/comparisons.ts';
import { measureDesk } from './measures/desk.ts';
import { measureDifferences } from './measures/differences.ts';
import { measureDocuments } from './measures/documents.ts';
import { measureEditions, measurePublications } from './measures/editions.ts';
import { measureProofreading } from './measures/proofreading.ts';
import { measureReferences } from './measures/references.ts';
import { measureReading } from './measures/reading.ts';
import { measureReads } from './measures/reads.ts';
import { measureSaves } from './measures/saves.ts';
import { measureUnrelatedTexts } from './measures/text.ts';
import { reached, report, type Measure } from './report.ts';
import { makeWorld, type World } from './world.ts';

/** In milliseconds; the API sweeps itself after a minute without a request. */
const AT_REST = 75_000;

const quick = process.argv.includes('--quick');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
let made: Promise<World> | undefined;
const measures: Measure[] = [];
try {
  for (const [name, measure] of stepsAsked()) {
    process.stdout.write(`Measuring ${name} …\n`);
    measures.push(...(await measure().catch((error: unknown) => failed(name, error))));
  }
} finally {
  await (await made)?.close();
}
report(measures, join('test', 'bench', 'results'), only ?? 'latest');
if (!quick && measures.some((measure) => reached(measure) === false)) process.exitCode = 1;

/** The standards and the API, made once and only for a measure that needs them. */
function world(): Promise<World> {
  if (made === undefined) process.stdout.write('Making the standards …\n');
  return (made ??= makeWorld(quick ? { seconds: 1, rounds: 1 } : { seconds: 5, rounds: 5 }));
}

function stepsAsked(): [string, () => Promise<Measure[]>][] {
  const all = Object.entries(steps());
  const asked = only === undefined ? all : all.filter(([name]) => name === only);
  if (asked.length === 0) throw new Error(`--only takes one of: ${all.map(([name]) => name).join(', ')}`);
  return asked;
}

/** A measurement that cannot be made is a line of the table too, and no reason to lose the others. */
function failed(name: string, error: unknown): Measure[] {
  const measured = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
  return [{ work: name, measured, figure: Number.NaN, limit: { atLeast: 0 } }];
}

function steps(): Readonly<Record<string, () => Promise<Measure[]>>> {
  return {
    'text differences': async () => [await measureUnrelatedTexts()],
    differences: measureDifferences,
    documents: measureDocuments,
    proofreading: measureProofreading,
    references: () => Promise.resolve(measureReferences()),
    reading: () => measureReading(),
    reads: async () => measureReads(await world()),
    saves: async () => measureSaves(await world()),
    comparisons: async () => measureComparisons(await world()),
    editions: async () => measureEditions(await world()),
    memory: async () => measureMemory((await world()).apiPid),
    desk: async () => measureDesk(await world()),
    publications: async () => measurePublications(await world()),
  };
}

/** Resident memory as the kernel counts it, after everything above: at the last answer, and when the process has been at rest. */
async function measureMemory(pid: number): Promise<Measure[]> {
  const work = 'memory of the API after this load, MB';
  const atOnce = memoryOf(pid, `${work}: at its last answer`);
  await setTimeout(AT_REST);
  return [atOnce, { ...memoryOf(pid, work), limit: { atMost: 250 } }];
}

function memoryOf(pid: number, work: string): Measure {
  const [resident, files] = ['VmRSS', 'RssFile'].map((name) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? Number.NaN);
  });
  return { work, measured: `${resident} kB resident, ${files} of them files`, figure: (resident ?? Number.NaN) / 1024 };
}
