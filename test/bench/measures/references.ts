import {
  scanAgencies,
  scanCertificates,
  scanCitations,
  scanFunding,
  scanQuantities,
  scanTargetGroups,
} from '@dingben/references';
import type { Measure } from '../report.ts';

const BYTES = 100_000;
const ROUNDS = 5;
const SCANS = { scanCitations, scanCertificates, scanAgencies, scanFunding, scanTargetGroups, scanQuantities };
/** Brackets, digits and words that a scanner may take for the beginning of something, over and over. */
const ADVERSARIAL = [
  '《',
  '《（',
  '《》（',
  '（',
  '（含',
  '“',
  '1',
  '1,111',
  '1元',
  '一',
  '〔2019〕',
  '中央、',
  '基金',
  '儿童、',
  '户籍、',
];

/** Each scanner on 100 kB of nothing but beginnings: the worst of all, each the best of five rounds. */
export function measureReferences(): Measure[] {
  return Object.entries(SCANS).map(([name, scan]) => {
    const times = ADVERSARIAL.map((unit) => {
      const text = unit.repeat(Math.ceil(BYTES / Buffer.byteLength(unit)));
      return { unit, time: Math.min(...Array.from({ length: ROUNDS }, () => timeOf(() => scan(text)))) };
    });
    const worst = times.reduce((one, other) => (other.time > one.time ? other : one));
    return {
      work: `${name} on 100 kB of repeated beginnings, ms`,
      measured: `worst ${worst.time.toFixed(1)} ms, on ${worst.unit}`,
      figure: worst.time,
      limit: { atMost: 50 },
      details: times.map(({ time }) => time),
    };
  });
}

function timeOf(run: () => unknown): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
