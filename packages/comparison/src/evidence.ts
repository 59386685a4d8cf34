import type { Segment } from '@dingben/text-diff';
import { isWordingOnly } from './format.ts';
import type { EvidenceText } from './model.ts';

/** A half-open span, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Sides {
  readonly before: EvidenceText | null;
  readonly after: EvidenceText | null;
}

export function evidenceText(text: string, { start, end }: Stretch): EvidenceText {
  return { start, end, text: text.slice(start, end) };
}

/** From the first place that differs to the last, on either side. */
export function wholeChange(segments: readonly Segment[]): Sides {
  return { before: reach(segments, 'delete'), after: reach(segments, 'insert') };
}

/** A side that has only equal text has nothing of its own to show. */
function reach(segments: readonly Segment[], op: 'delete' | 'insert'): EvidenceText | null {
  const ofSide = segments.filter((segment) => segment.op === op || segment.op === 'equal');
  const text = ofSide.map((segment) => segment.text).join('');
  let [at, start, end] = [0, -1, -1];
  for (const segment of ofSide) {
    if (segment.op === op && start < 0) start = at;
    at += segment.text.length;
    if (segment.op === op) end = at;
  }
  return start < 0 ? null : evidenceText(text, { start, end });
}

/** Whether what the evidence does not cover of a difference is marks and particles: then nothing is left for a person to name. */
export function explains(
  found: readonly { readonly before: Stretch | null; readonly after: Stretch | null }[],
  segments: readonly Segment[],
): boolean {
  return found.length > 0 && isWordingOnly(uncovered(segments, found));
}

/** The difference without what is covered; what is gone leaves an empty segment, so that neighbours do not run together. */
function uncovered(segments: readonly Segment[], found: Parameters<typeof explains>[0]): Segment[] {
  const olds = found.flatMap(({ before }) => (before === null ? [] : [before]));
  const news = found.flatMap(({ after }) => (after === null ? [] : [after]));
  let [old, now] = [0, 0];
  return segments.map(({ op, text }) => {
    const left = op === 'equal' ? text : without(text, op === 'delete' ? old : now, op === 'delete' ? olds : news);
    if (op !== 'insert') old += text.length;
    if (op !== 'delete') now += text.length;
    return { op, text: left };
  });
}

function without(text: string, offset: number, spans: readonly Stretch[]): string {
  // Mostly a change is what the evidence shows, no more and no less.
  if (spans.some(({ start, end }) => start <= offset && end >= offset + text.length)) return '';
  let left = '';
  for (let at = 0; at < text.length; at++) {
    if (!spans.some(({ start, end }) => offset + at >= start && offset + at < end)) left += text.charAt(at);
  }
  return left;
}
