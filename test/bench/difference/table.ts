import type { Figures } from '../measures/differences.ts';
import { round } from '../report.ts';

/** The table of docs/text-difference.md. */
export function table(figures: readonly Figures[]): string {
  const rows = figures.map(({ set, tool, pairs, exact, edit, fragments, splitAtoms, ratio }) =>
    [`${set} (${pairs})`, tool, exact === null ? '' : String(exact), edit, fragments, splitAtoms, round(ratio)].join(
      ' | ',
    ),
  );
  return [
    '| pairs | tool | as marked by hand | characters changed | fragments | split atoms | time ÷ `diffWords` |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}
