import { ok, type Result } from '@dingben/kernel';
import { correctText, type Correction, type KnownHeading } from '@dingben/reader';
import { Injectable } from '@nestjs/common';
import type { Step } from '../model.js';
import type { KeptReading } from './protocol.js';
import { ReadingProcess } from './reading-process.js';

/** Reads a document again with what its editor put right, step by step from the text as it came. */
@Injectable()
export class Rereading {
  constructor(private readonly process: ReadingProcess) {}

  /**
   * Refuses with `import.no-text` for a document that has no lines, `correction.text-differs`, `correction.overlaps`, or what
   * the reading refuses.
   */
  async read(kept: KeptReading, steps: readonly Step[]): Promise<Result<KeptReading>> {
    const corrected = correctedBy(kept.original, steps);
    if (!corrected.ok) return corrected;
    const { text, aside, headings } = corrected.value;
    // As a text, whatever it was taken out of: that is what the lines and offsets of its findings count.
    const order = { name: 'text.txt', encoding: 'utf-8', knownHeadings: headings, aside } as const;
    const answer = await this.process.read(order, Buffer.from(text, 'utf8'));
    if (!answer.ok) return answer;
    const { outline } = answer.value;
    return ok({ ...kept, outline, text, aside });
  }
}

interface Corrected extends Pick<KeptReading, 'aside'> {
  readonly text: string;
  readonly headings: readonly KnownHeading[];
}

function correctedBy({ text, aside }: KeptReading['original'], steps: readonly Step[]): Result<Corrected> {
  if (text === null) return { ok: false, problem: { code: 'import.no-text' } };
  let now: Corrected = { text, aside, headings: [] };
  for (const { corrections, headings } of steps) {
    const result = corrected(now, corrections);
    if (!result.ok) return result;
    now = { ...result.value, headings: [...now.headings, ...headings] };
  }
  return ok(now);
}

/** What was seen beside the text stays beside its line. */
function corrected(now: Corrected, corrections: readonly Correction[]): Result<Corrected> {
  const result = correctText(now.text, corrections);
  if (!result.ok) return result;
  const { text, lineAfter } = result.value;
  const aside = now.aside.map((seen) => (seen.line === undefined ? seen : { ...seen, line: lineAfter(seen.line) }));
  return ok({ ...now, text, aside });
}
