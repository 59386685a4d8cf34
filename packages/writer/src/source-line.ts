const BOOKMARK = '[bookmark: ';

/** The first bookmark that conversion left in a line. */
export function findArtefact(text: string): { start: number; end: number } | null {
  const start = text.indexOf(BOOKMARK);
  const close = start < 0 ? -1 : text.indexOf(']', start);
  return close < 0 ? null : { start, end: close + 1 };
}

/** A line with the blanks at its edges apart. */
export function stripEdges(text: string): { leading: string; kept: string; trailing: string } {
  const kept = text.trim();
  const start = kept === '' ? text.length : text.indexOf(kept);
  return { leading: text.slice(0, start), kept, trailing: text.slice(start + kept.length) };
}
