export interface Fixable {
  readonly start: number;
  readonly end: number;
  readonly found: string;
  readonly fix: string;
}

/**
 * The text with one repair; null where its words are no longer where they were, nor anywhere just once. What is only
 * missing (`found` is empty) is put in where it was seen, or at the end where it was seen at the end.
 */
export function withFix(text: string, { start, end, found, fix }: Fixable, seenIn?: number): string | null {
  if (found === '') {
    const at = seenIn !== undefined && start === seenIn ? text.length : start;
    return at > text.length || text.endsWith(fix) ? null : text.slice(0, at) + fix + text.slice(at);
  }
  const at = text.slice(start, end) === found ? start : onlyPlace(text, found);
  // A repair that keeps the words and adds to them could be made twice.
  if (at === null || (fix.startsWith(found) && text.startsWith(fix, at))) return null;
  return text.slice(0, at) + fix + text.slice(at + found.length);
}

function onlyPlace(text: string, words: string): number | null {
  const first = text.indexOf(words);
  return first < 0 || text.indexOf(words, first + 1) >= 0 ? null : first;
}

export interface Fixed<T> {
  readonly text: string;
  readonly made: readonly T[];
  /** Those that a person has to look at. */
  readonly left: readonly T[];
}

/** The text with several repairs, made from its end on, so that one does not move the place of the next. */
export function withFixes<T extends Fixable>(text: string, fixes: readonly T[]): Fixed<T> {
  const made: T[] = [];
  const left: T[] = [];
  let fixed = text;
  let free = Number.POSITIVE_INFINITY;
  for (const each of [...fixes].sort((a, b) => b.start - a.start || b.end - a.end)) {
    const next = each.end > free ? null : withFix(fixed, each, text.length);
    if (next === null) left.push(each);
    else {
      fixed = next;
      free = each.start;
      made.push(each);
    }
  }
  return { text: fixed, made, left };
}
