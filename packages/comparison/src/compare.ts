import { comparedEntry, finishComparison, type TextSource } from './finish.ts';
import type { ComparableEntry, ComparableOutline, ComparedEntry, Comparison } from './model.ts';
import { planComparison, planEntry } from './plan.ts';

const NO_TEXTS: TextSource = { get: () => undefined };

/** Compares two outlines that carry their texts. With texts elsewhere: planComparison, load what it names, finishComparison. */
export function compareOutlines(before: ComparableOutline, after: ComparableOutline): Comparison {
  return finishComparison(planComparison(before, after), NO_TEXTS);
}

/** Compares one entry's text with another text of it, as `compareOutlines` would; null where they are the same. */
export function compareEntry(before: ComparableEntry | null, after: ComparableEntry | null): ComparedEntry | null {
  const planned = planEntry(before, after);
  return planned && comparedEntry(planned, NO_TEXTS);
}
