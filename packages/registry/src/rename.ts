import type { ProvisionKey, Provisions } from '@dingben/outline';

/** Where a name stands in a provision, and what is to stand there instead. */
export interface Replacement {
  readonly provision: ProvisionKey;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The provisions with every replacement made, whatever the order in which they are given; nothing else is touched.
 *
 * @throws RangeError where two overlap: spans of one kind never do.
 */
export function replaceNames(provisions: Provisions, replacements: readonly Replacement[]): Provisions {
  const texts: Record<ProvisionKey, string> = { ...provisions };
  let right = new Map<ProvisionKey, number>();
  for (const { provision, start, end, text } of [...replacements].sort((a, b) => b.start - a.start)) {
    if (end > (right.get(provision) ?? Infinity)) throw new RangeError('two replacements overlap');
    const before = texts[provision];
    texts[provision] = before.slice(0, start) + text + before.slice(end);
    right = right.set(provision, start);
  }
  return texts;
}
