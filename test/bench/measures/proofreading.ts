import { proofreadOutline } from '@dingben/proofreading';
import { writeJson } from '@dingben/writer';
import { bundledOutline } from '../../support/bundled-standard.ts';
import type { Measure } from '../report.ts';
import { median, timed } from '../rounds.ts';

const ROUNDS = 15;

/** Proofreading the bundled standard by every rule: in milliseconds, and in readings of its JSON. */
export async function measureProofreading(): Promise<Measure[]> {
  const outline = bundledOutline();
  const json = writeJson(outline);
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(
      await timed(() => {
        proofreadOutline(outline);
      }),
    );
    bare.push(
      await timed(() => {
        JSON.parse(json);
      }),
    );
  }
  const [first = Number.NaN] = ours;
  const measured = `median ${median(ours).toFixed(1)} ms against ${median(bare).toFixed(2)} ms`;
  const details = { ours, bare };
  return [
    {
      work: 'proofread 93 entries, the first time, ms',
      measured: `${first.toFixed(1)} ms`,
      figure: first,
      limit: { atMost: 100 },
      details,
    },
    { work: 'proofread 93 entries, ms', measured, figure: median(ours), limit: { atMost: 100 } },
    { work: 'proofread 93 entries: times JSON.parse of its outline', measured, figure: median(ours) / median(bare) },
  ];
}
