import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import {
  comparableOf,
  compareOutlines,
  planComparison,
  type ComparableOutline,
  type Comparison,
} from '@dingben/comparison';
import { PROVISION_KEYS, type Entry, type Outline, type Section } from '@dingben/outline';
import { derive } from '@dingben/references';
import { diffText } from '@dingben/text-diff';
import { writeDocx } from '@dingben/writer/docx';
import { writePdf } from '@dingben/writer/pdf';
import { bundled } from '../difference/pairs.ts';
import { round, type Measure } from '../report.ts';
import { median, paired, timed } from '../rounds.ts';

const ROUNDS = 5;
/** Enough that the code is warm, as it is in a service that has run for a day. */
const COMPARISONS = 2_000;
const require = createRequire(import.meta.url);

/** The whole bundled standard on its way out. */
export async function measureDocuments(): Promise<Measure[]> {
  const font = (file: string): Promise<Uint8Array> => Promise.resolve(readFileSync(require.resolve(file)));
  return [
    await written('the whole standard as docx, ms', 1_500, () => writeDocx(bundled)),
    await written('the whole standard as PDF, ms', 6_000, async () => {
      const pdf = await writePdf(bundled, font);
      if (!pdf.ok) throw new Error(pdf.problem.code);
    }),
    ...(await compared()),
  ];
}

/** The first one counts, too: a person who asks once waits for it. */
async function written(work: string, atMost: number, write: () => Promise<unknown>): Promise<Measure> {
  const times: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn++) times.push(await timed(write));
  const measured = `first ${round(times[0] ?? Number.NaN)} ms, median ${round(median(times))} ms`;
  return { work, measured, figure: Math.max(...times), limit: { atMost }, details: times };
}

/**
 * What the pure packages add to the bare text differences: matching and places, which every comparison has to find, and on top of it
 * classes with their evidence, quantities and references. What texts mention is at hand, as it is in the service; without it, it is
 * read first.
 */
async function compared(): Promise<Measure[]> {
  const unread = [comparableOf(coded(bundled, false)), comparableOf(coded(bundled, true))] as const;
  const [before, after] = [withReadings(unread[0]), withReadings(unread[1])];
  const pairs = textsIn(compareOutlines(before, after));
  const differences = (): void => pairs.forEach(([old, now]) => diffText(old, now));
  const beside = (ours: () => void) =>
    paired(
      COMPARISONS,
      () => timed(ours),
      () => timed(differences),
    );
  const whole = await beside(() => compareOutlines(before, after));
  const reading = await beside(() => compareOutlines(...unread));
  const bare = await beside(() => {
    planComparison(before, after);
    differences();
  });
  const work = `compare two outlines of ${before.entries.length} entries, 5 % changed, in the packages`;
  const measured = ({ ours, theirs }: typeof whole): string => `${ours.toFixed(2)} ms against ${theirs.toFixed(2)} ms`;
  return [
    {
      work: `${work}: times the bare text differences`,
      measured: `${measured(whole)}, ${pairs.length} provisions`,
      figure: whole.ratio,
      limit: { atMost: 2 },
    },
    {
      work: `${work}, matching and differences alone`,
      measured: measured(bare),
      figure: bare.ratio,
    },
    {
      work: `${work}, texts to be read first`,
      measured: measured(reading),
      figure: reading.ratio,
    },
  ];
}

function withReadings(outline: ComparableOutline): ComparableOutline {
  const entries = outline.entries.map((entry) =>
    entry.provisions === undefined ? entry : { ...entry, references: derive(entry.provisions) },
  );
  return { ...outline, entries };
}

/** Every twentieth entry gets another amount, basis and wording, as a year brings it. */
function coded(outline: Outline, revised: boolean): Outline {
  let count = 0;
  const entry = (one: Entry): Entry => {
    const code = `S${++count}`;
    if (one.items !== undefined) return { ...one, code, items: one.items.map(entry) };
    const { provisions } = one;
    if (!revised || count % 20 !== 0 || provisions === undefined) return { ...one, code };
    const standard = provisions.standard.replace(/\d+(?=元|%|人|次)/, '120').replace(/〔20\d\d〕/, '〔2024〕');
    return { ...one, code, provisions: { ...provisions, standard, content: `${provisions.content}每年评估1次。` } };
  };
  const section = (one: Section): Section => ({
    ...one,
    ...(one.sections && { sections: one.sections.map(section) }),
    ...(one.entries && { entries: one.entries.map(entry) }),
  });
  return { ...outline, sections: outline.sections.map(section) };
}

function textsIn({ entries }: Comparison): [string, string][] {
  return entries.flatMap(({ provisions }) =>
    PROVISION_KEYS.flatMap((key): [string, string][] => {
      const segments = provisions[key] ?? [];
      const side = (leftOut: string): string => segments.map(({ op, text }) => (op === leftOut ? '' : text)).join('');
      return segments.length === 0 ? [] : [[side('insert'), side('delete')]];
    }),
  );
}
