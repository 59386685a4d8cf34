import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of the table. */
export interface Measure {
  readonly work: string;
  /** What was measured, in words: `1,420/s against 1,180/s`. */
  readonly measured: string;
  /** The figure that is held against the limit. */
  readonly figure: number;
  readonly limit?: { readonly atLeast: number } | { readonly atMost: number };
  readonly details?: unknown;
}

export function reached(measure: Measure): boolean | null {
  if (measure.limit === undefined) return null;
  return 'atLeast' in measure.limit ? measure.figure >= measure.limit.atLeast : measure.figure <= measure.limit.atMost;
}

/** Prints the table and writes everything that was seen as JSON. */
export function report(measures: readonly Measure[], folder: string, name: string): void {
  process.stdout.write('\n| work | measured | figure | must reach | |\n| --- | --- | --- | --- | --- |\n');
  for (const measure of measures) {
    const limit =
      measure.limit === undefined
        ? ''
        : 'atLeast' in measure.limit
          ? `≥ ${measure.limit.atLeast}`
          : `≤ ${measure.limit.atMost}`;
    const verdict = { true: 'reached', false: 'NOT reached', null: '' }[
      String(reached(measure)) as 'true' | 'false' | 'null'
    ];
    process.stdout.write(
      `| ${measure.work} | ${measure.measured} | ${round(measure.figure)} | ${limit} | ${verdict} |\n`,
    );
  }
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.json`);
  const machine = { node: process.version, platform: process.platform, at: new Date().toISOString() };
  writeFileSync(
    file,
    `${JSON.stringify({ machine, measures: measures.map((measure) => ({ ...measure, reached: reached(measure) })) }, null, 2)}\n`,
  );
  process.stdout.write(`\nWritten to ${file}\n`);
}

export function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
