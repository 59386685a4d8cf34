import type { Finding } from '@dingben/outline';
import { findForbidden } from '@dingben/kernel';
import { findArtefacts, isBlank, type Range } from './characters.ts';

/** One paragraph of the source, cleaned of what conversion left in it and of blanks at its edges. */
export interface Paragraph {
  /** 1-based line of the source. */
  readonly line: number;
  /** The text that remains; never empty. */
  readonly text: string;
  /** Whether a blank stood before it: the trace of a heading line that was lost. */
  readonly blankBefore: boolean;
  /** Where a place in `text` stands in the source line. */
  readonly sourceOffset: (offset: number) => number;
}

/** Cuts a text into paragraphs at LF, CRLF or CR, and says what was taken out of each, so that nothing goes unseen. */
export function paragraphs(text: string): { paragraphs: Paragraph[]; findings: Finding[] } {
  const found: Paragraph[] = [];
  const findings: Finding[] = [];
  const lines = splitLines(text, findings);
  lines.forEach((source, index) => {
    const line = index + 1;
    const paragraph = clean(source, line, findings);
    if (paragraph !== null) found.push(paragraph);
    else if (source === '' && line < lines.length)
      findings.push({ code: 'reader.paragraph-empty', severity: 'info', line });
    reportForbidden(source, line, findings);
  });
  return { paragraphs: found, findings };
}

function splitLines(text: string, findings: Finding[]): string[] {
  const carriageReturn = text.indexOf('\r');
  if (carriageReturn < 0) return text.split('\n');
  // One finding stands for all line ends: they separate paragraphs and belong to none.
  const found = text.charAt(carriageReturn + 1) === '\n' ? '\r\n' : '\r';
  findings.push({ code: 'reader.line-ending', severity: 'info', line: 1, found, fix: '\n' });
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
}

function clean(source: string, line: number, findings: Finding[]): Paragraph | null {
  const artefacts = findArtefacts(source, line);
  const leading = edgeBlanks(source, artefacts, 1);
  const trailing = leading.end === source.length ? [] : edgeBlanks(source, artefacts, -1).blanks;
  const blanks = [...leading.blanks, ...trailing];
  for (const { start, end } of artefacts) {
    findings.push({
      code: 'reader.artefact',
      severity: 'info',
      line,
      start,
      end,
      found: source.slice(start, end),
      fix: '',
    });
  }
  for (const { start, end } of blanks) {
    findings.push({
      code: 'reader.paragraph-edge-blank',
      severity: 'info',
      line,
      start,
      end,
      found: source.slice(start, end),
      fix: '',
    });
  }
  const removed = [...artefacts, ...blanks].sort((a, b) => a.start - b.start);
  const text = without(source, removed);
  if (text === '') return null;
  return {
    line,
    text,
    blankBefore: leading.blanks.length > 0,
    sourceOffset: sourceOffsets(removed),
  };
}

/** The runs of blanks at one edge, artefacts between them skipped, and where the walk stopped. */
function edgeBlanks(source: string, artefacts: readonly Range[], step: 1 | -1): { blanks: Range[]; end: number } {
  const blanks: Range[] = [];
  const order = step === 1 ? artefacts : [...artefacts].reverse();
  let at = step === 1 ? 0 : source.length;
  for (const stop of [...order, null]) {
    const limit = stop === null ? (step === 1 ? source.length : 0) : step === 1 ? stop.start : stop.end;
    const from = at;
    while (at !== limit && isBlank(source.charCodeAt(step === 1 ? at : at - 1))) at += step;
    if (at !== from) blanks.push({ start: Math.min(from, at), end: Math.max(from, at) });
    if (at !== limit || stop === null) break;
    at = step === 1 ? stop.end : stop.start;
  }
  return { blanks, end: at };
}

function without(source: string, removed: readonly Range[]): string {
  let text = '';
  let from = 0;
  for (const range of removed) {
    text += source.slice(from, range.start);
    from = range.end;
  }
  return text + source.slice(from);
}

/** From a place in the text that remains to the place in the source; a search by halves, for both may be many. */
function sourceOffsets(removed: readonly Range[]): (offset: number) => number {
  const kept: number[] = [];
  let gone = 0;
  for (const { start, end } of removed) {
    kept.push(start - gone);
    gone += end - start;
  }
  return (offset) => {
    let from = 0;
    let to = kept.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((kept[middle] ?? 0) <= offset) from = middle + 1;
      else to = middle;
    }
    const last = removed[from - 1];
    return last === undefined ? offset : last.end + offset - (kept[from - 1] ?? 0);
  };
}

function reportForbidden(source: string, line: number, findings: Finding[]): void {
  let from = 0;
  for (let hit = findForbidden(source); hit !== null; hit = findForbidden(source.slice(from))) {
    const start = from + hit.offset;
    const end = start + (hit.codePoint > 0xffff ? 2 : 1);
    // The first line's byte order mark is an artefact, reported as one.
    if (!(line === 1 && start === 0 && hit.codePoint === 0xfeff)) {
      const params = { codePoint: `U+${hit.codePoint.toString(16).toUpperCase().padStart(4, '0')}` };
      findings.push({ code: 'reader.forbidden-code-point', severity: 'error', line, start, end, params });
    }
    from = end;
  }
}
