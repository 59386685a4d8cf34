import { findArtefact, stripEdges } from './source-line.ts';

/**
 * One difference between a source and the text written from it. `other` is a difference that no rule explains: there is none
 * in a text that was read and written back without loss.
 */
export interface Normalisation {
  readonly kind: 'artefact' | 'edge-blank' | 'restored-heading' | 'label' | 'final-line-feed' | 'other';
  /** 1-based line of the source; of a restored heading, the line before which it was put. */
  readonly line: number;
  /** What stood in the source, '' where something was put in. */
  readonly before: string;
  /** What stands in the written text, '' where something was taken out. */
  readonly after: string;
}

/**
 * The differences between a source and the text written from what was read, found by comparing the two line by line and
 * nothing else, so that the list also proves that there are no more. Linear in the texts.
 */
export function normalisations(source: string, written: string): Normalisation[] {
  const from = source.split('\n');
  const to = written.split('\n');
  const list: Normalisation[] = [];
  let put = 0;
  for (const [index, text] of from.entries()) {
    const line = index + 1;
    const cleaned = cleanLine(text, line);
    while (put < to.length && !sameLine(cleaned.text, to[put] ?? '') && isHeading(to[put] ?? '')) {
      list.push({ kind: 'restored-heading', line, before: '', after: to[put] ?? '' });
      put++;
    }
    list.push(...cleaned.removed);
    const target = put < to.length ? to[put] : undefined;
    if (target === undefined) {
      if (cleaned.text !== '') list.push({ kind: 'other', line, before: text, after: '' });
      continue;
    }
    list.push(...lineDifference(cleaned.text, target, line));
    put++;
  }
  to.slice(put).forEach((rest, index) => {
    const isEnd = rest === '' && put + index === to.length - 1;
    list.push({
      kind: isEnd ? 'final-line-feed' : 'other',
      line: from.length + 1,
      before: '',
      after: isEnd ? '\n' : rest,
    });
  });
  return list;
}

function cleanLine(text: string, line: number): { text: string; removed: Normalisation[] } {
  const removed: Normalisation[] = [];
  let rest = text;
  for (let artefact = findArtefact(rest); artefact !== null; artefact = findArtefact(rest)) {
    removed.push({ kind: 'artefact', line, before: rest.slice(artefact.start, artefact.end), after: '' });
    rest = rest.slice(0, artefact.start) + rest.slice(artefact.end);
  }
  const { leading, kept, trailing } = stripEdges(rest);
  for (const before of [leading, trailing])
    if (before !== '') removed.push({ kind: 'edge-blank', line, before, after: '' });
  return { text: kept, removed };
}

function lineDifference(text: string, target: string, line: number): Normalisation[] {
  if (text === target) return [];
  const [label, targetLabel] = [labelOf(text), labelOf(target)];
  if (sameLine(text, target)) return [{ kind: 'label', line, before: label, after: targetLabel }];
  return [{ kind: 'other', line, before: text, after: target }];
}

/** Equal, or equal behind a label that was written otherwise. */
function sameLine(text: string, target: string): boolean {
  if (text === target) return true;
  const [label, targetLabel] = [labelOf(text), labelOf(target)];
  return label !== '' && targetLabel !== '' && text.slice(label.length) === target.slice(targetLabel.length);
}

const LONGEST_LABEL = 8;

/** What stands before the first colon, where that is short enough to be a label. */
function labelOf(text: string): string {
  const colon = text.indexOf('：');
  return colon > 0 && colon <= LONGEST_LABEL ? text.slice(0, colon) : '';
}

/** `一、…` or `（一）…`. */
function isHeading(text: string): boolean {
  const from = text.startsWith('（') ? 1 : 0;
  let end = from;
  while (end < text.length && '一二三四五六七八九十'.includes(text.charAt(end))) end++;
  return end > from && text.charAt(end) === (from === 1 ? '）' : '、');
}
