import { diffText } from '@dingben/text-diff';
import type { Measure } from '../report.ts';
import { median, timed } from '../rounds.ts';

const CHARACTERS = 10_000;

/** Two texts that share nothing: the worst that a difference can meet. It runs in one turn, so its time is the time that the event loop is blocked. */
export async function measureUnrelatedTexts(): Promise<Measure> {
  const before = unrelated(1);
  const after = unrelated(2);
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    times.push(
      await timed(() => {
        const segments = diffText(before, after);
        const old = segments.filter((segment) => segment.op !== 'insert').map((segment) => segment.text);
        const fresh = segments.filter((segment) => segment.op !== 'delete').map((segment) => segment.text);
        if (old.join('') !== before || fresh.join('') !== after) throw new Error('the difference is not complete');
      }),
    );
  }
  return {
    work: `a text difference of 2 × ${CHARACTERS} unrelated characters, ms`,
    measured: `first ${(times[0] ?? 0).toFixed(0)} ms, median ${median(times).toFixed(0)} ms`,
    figure: Math.max(...times),
    limit: { atMost: 250 },
    details: times,
  };
}

/** Reproducible pseudo-random 汉字 with a full stop now and then. */
function unrelated(seed: number): string {
  let state = seed * 2_654_435_761;
  const characters: string[] = [];
  for (let index = 0; index < CHARACTERS; index++) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    characters.push(state % 29 === 0 ? '。' : String.fromCodePoint(0x4e00 + (Math.floor(state / 65_536) % 5_000)));
  }
  return characters.join('');
}
