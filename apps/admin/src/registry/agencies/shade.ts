/** Darkest share of the accent under a number: the ink above it keeps its contrast in light and dark. */
const DARKEST = 42;

/** How much of the accent lies under a count, in per cent. By its root, so that small loads are told apart too. */
export function shade(count: number, most: number): number {
  return most === 0 ? 0 : Math.round(Math.sqrt(count / most) * DARKEST);
}
