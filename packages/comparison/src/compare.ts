import { finishComparison, type TextSource } from './finish.ts';
import type { ComparableOutline, Comparison } from './model.ts';
import { planComparison } from './plan.ts';

const NO_TEXTS: TextSource = { get: () => undefined };

/** Compares two outlines that carry their texts. With texts elsewhere: planComparison, load what it names, finishComparison. */
export function compareOutlines(before: ComparableOutline, after: ComparableOutline): Comparison {
  return finishComparison(planComparison(before, after), NO_TEXTS);
}
