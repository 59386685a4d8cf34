import { frame, ok, refuse, type Result } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';
import type { Finding } from '@dingben/outline';

/** One place of a source text that is to read otherwise. Offsets are UTF-16 units in the line, which counts from 1. */
export interface Correction {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** What stands there now; a correction of another text is refused. */
  readonly found: string;
  /** May hold line ends: a heading that lost its line gets one back. */
  readonly replacement: string;
}

export interface CorrectedText {
  readonly text: string;
  /** The line that a line of the text before has become. */
  readonly lineAfter: (line: number) => number;
}

/**
 * Puts corrections of one text into it, all at once: none sees what another did. Line ends become LF.
 *
 * Refuses with `correction.text-differs` where a place does not read as the correction says, and `correction.overlaps` where
 * two touch the same characters (params.line).
 */
export function correctText(text: string, corrections: readonly Correction[]): Result<CorrectedText> {
  const lines = linesOf(text);
  const ordered = [...corrections].sort((a, b) => a.line - b.line || a.start - b.start || a.end - b.end);
  for (const [index, { line, start, end, found }] of ordered.entries()) {
    const source = lines[line - 1];
    if (source === undefined || end > source.length || start > end || source.slice(start, end) !== found) {
      return refuse('correction.text-differs', { line });
    }
    const before = ordered[index - 1];
    if (before !== undefined && before.line === line && (before.end > start || before.start === start)) {
      return refuse('correction.overlaps', { line });
    }
  }
  for (const { line, start, end, replacement } of ordered.toReversed()) {
    const source = lines[line - 1] ?? '';
    lines[line - 1] = source.slice(0, start) + replacement + source.slice(end);
  }
  return ok({ text: lines.join('\n'), lineAfter: shiftBy(ordered) });
}

/** What would put a finding right, where its fix is certain and the text reads as it says; else null. */
export function fixOf(finding: Finding, text: readonly string[]): Correction | null {
  const { line, start, end, fix, found } = finding;
  if (line === undefined || start === undefined || end === undefined || fix === undefined) return null;
  const stands = text[line - 1]?.slice(start, end);
  return stands === undefined || (found !== undefined && stands !== found)
    ? null
    : { line, start, end, found: stands, replacement: fix };
}

/** The lines of a text, as findings count them. */
export function linesOf(text: string): string[] {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
}

/**
 * A name for each finding that stays its name while other places of the text are corrected: it says what was found in which
 * entry, and the how-manieth of its like it is.
 */
export function findingKeys(findings: readonly Finding[]): string[] {
  const counts = new Map<string, number>();
  return findings.map(({ code, entry = null, provision = null, found = null, params = {} }) => {
    const values = Object.entries(params).flatMap(([name, value]) => [name, String(value)]);
    const name = sha256(frame([code, entry, provision, found, ...values])).slice(0, 20);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return `${name}-${count}`;
  });
}

function shiftBy(ordered: readonly Correction[]): (line: number) => number {
  const added = ordered.map(({ line, replacement }) => ({ line, count: linesOf(replacement).length - 1 }));
  return (line) => added.reduce((sum, each) => (each.line < line ? sum + each.count : sum), line);
}
