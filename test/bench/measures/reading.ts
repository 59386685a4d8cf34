import { readFileSync } from 'node:fs';
import { readDocument, type KnownHeading } from '@dingben/reader';
import { withCitations } from '@dingben/references';
import { writeJson } from '@dingben/writer';
import { writeDocx } from '@dingben/writer/docx';
import type { Measure } from '../report.ts';
import { median, timed } from '../rounds.ts';

const ROUNDS = 25;
const SOURCE = 'prisma/seed/beijing-basic-public-service-standard-2023-draft';

/** Reading the bundled text, and the Word document written from it, against `JSON.parse` of the outline that comes out. */
export async function measureReading(): Promise<Measure[]> {
  // The bundled data, whose form the tests of the reader hold.
  const { headings } = JSON.parse(readFileSync(`${SOURCE}.headings.json`, 'utf8')) as { headings: KnownHeading[] };
  const text = { bytes: readFileSync(`${SOURCE}.txt`), name: 'standard.txt', knownHeadings: headings };
  const read = readDocument(text);
  if (!read.ok) throw new Error(read.problem.code);
  const json = writeJson(withCitations(read.value.outline));
  const docx = { bytes: await writeDocx(read.value.outline), name: 'standard.docx' };
  const parsing = await times(() => JSON.parse(json) as unknown);
  const reading = await times(() => readDocument(text));
  const opening = await times(() => readDocument(docx));
  const allowed = 5 * median(parsing) + 20;
  return [
    {
      work: 'reading the bundled text, as part of 5 × JSON.parse of its outline + 20 ms',
      measured: `median ${median(reading).toFixed(1)} ms, parse ${median(parsing).toFixed(2)} ms`,
      figure: median(reading) / allowed,
      limit: { atMost: 1 },
      details: { reading, parsing },
    },
    {
      work: 'reading it from a Word document, ms',
      measured: `median ${median(opening).toFixed(0)} ms, ${(docx.bytes.length / 1024).toFixed(0)} kB`,
      figure: median(opening),
      details: opening,
    },
  ];
}

/** After one that does not count. */
async function times(work: () => unknown): Promise<number[]> {
  work();
  const seen: number[] = [];
  for (let round = 0; round < ROUNDS; round++) seen.push(await timed(() => void work()));
  return seen;
}
