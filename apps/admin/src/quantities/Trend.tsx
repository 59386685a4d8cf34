import type { QuantityCell } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';

const [WIDTH, HEIGHT, MARGIN] = [84, 26, 4];

interface Props {
  readonly labels: readonly string[];
  readonly cells: readonly (QuantityCell | null)[];
}

/** An amount through the editions as a line, broken where an edition lacks it; its words say the same. None for what never changed. */
export function Trend({ labels, cells }: Props) {
  const t = useT();
  const { list } = useFormat();
  const points = pointsOf(cells);
  if (new Set(points.map(({ y }) => y)).size < 2) return null;
  const said = cells.map((cell, index) =>
    t('quantities.point', { label: labels[index], text: cell?.text ?? t('quantities.absent') }),
  );
  return (
    <svg
      className="trend"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={list(said)}
    >
      {linesOf(points).map((line) => (
        <polyline key={line} points={line} />
      ))}
      {points.map(({ index, x, y }) => (
        <circle key={index} cx={x} cy={y} r={2.5} />
      ))}
    </svg>
  );
}

interface Point {
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

function pointsOf(cells: readonly (QuantityCell | null)[]): Point[] {
  const values = cells.flatMap((cell, index) => {
    // A range goes as far as its end.
    const value = cell?.upper ?? cell?.value ?? null;
    return value === null ? [] : [{ index, value }];
  });
  const [low, high] = [Math.min(...values.map(({ value }) => value)), Math.max(...values.map(({ value }) => value))];
  const step = (WIDTH - 2 * MARGIN) / Math.max(1, cells.length - 1);
  return values.map(({ index, value }) => ({
    index,
    x: round(MARGIN + index * step),
    y: round(high === low ? HEIGHT / 2 : HEIGHT - MARGIN - ((value - low) / (high - low)) * (HEIGHT - 2 * MARGIN)),
  }));
}

function linesOf(points: readonly Point[]): string[] {
  const lines: Point[][] = [];
  for (const point of points) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line === undefined || last?.index !== point.index - 1) lines.push([point]);
    else line.push(point);
  }
  return lines.map((line) => line.map(({ x, y }) => `${x},${y}`).join(' '));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
