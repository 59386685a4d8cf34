import { bareLabel, findArtefact, folded, isHeading, labelOf, stripEdges } from './source-line.ts';

/**
 * One difference between a source and the text written from it. `other` is a difference that no rule explains: text that
 * the reader could not place. There is none in a text that was read and written back without loss.
 */
export interface Normalisation {
  readonly kind:
    | 'artefact'
    | 'edge-blank'
    | 'empty-line'
    | 'restored-heading'
    | 'missing-label'
    | 'label'
    | 'form'
    | 'final-line-feed'
    | 'other';
  /** 1-based line of the source; of what was put in, the line before which it was put. */
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
  const from = source.split('\n').map((text, index) => cleanLine(text, index + 1));
  const to = written.split('\n');
  const list: Normalisation[] = [];
  let put = 0;
  from.forEach(({ text, raw, removed }, index) => {
    const line = index + 1;
    for (let added = addedKind(text, to[put]); added !== null; added = addedKind(text, to[put])) {
      list.push({ kind: added, line, before: '', after: to[put] ?? '' });
      put++;
    }
    list.push(...removed);
    const target = to[put];
    if (target === undefined || (sameLine(text, target) === null && isDropped(text, target, from[index + 1]?.text))) {
      if (text !== '') list.push({ kind: 'other', line, before: raw, after: '' });
      else if (raw === '' && index < from.length - 1) list.push({ kind: 'empty-line', line, before: '\n', after: '' });
      return;
    }
    list.push(...lineDifference(text, target, line));
    put++;
  });
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

/** What a line of the written text is, where the source has none for it. */
function addedKind(text: string, target: string | undefined): 'restored-heading' | 'missing-label' | null {
  if (target === undefined || target === '' || sameLine(text, target) !== null) return null;
  if (isHeading(target) && !isHeading(text)) return 'restored-heading';
  if (isHeading(target)) return folded(text) === folded(target) ? null : 'restored-heading';
  return bareLabel(target) ? 'missing-label' : null;
}

/** The source's line has no counterpart: it is empty, or the written line is that of the line after it. */
function isDropped(text: string, target: string, next: string | undefined): boolean {
  return text === '' || (next !== undefined && sameLine(next, target) !== null);
}

function cleanLine(raw: string, line: number): { text: string; raw: string; removed: Normalisation[] } {
  const removed: Normalisation[] = [];
  let rest = raw;
  for (let artefact = findArtefact(rest); artefact !== null; artefact = findArtefact(rest)) {
    removed.push({ kind: 'artefact', line, before: rest.slice(artefact.start, artefact.end), after: '' });
    rest = rest.slice(0, artefact.start) + rest.slice(artefact.end);
  }
  const { leading, kept, trailing } = stripEdges(rest);
  for (const before of [leading, trailing])
    if (before !== '') removed.push({ kind: 'edge-blank', line, before, after: '' });
  return { text: kept, raw, removed };
}

function lineDifference(text: string, target: string, line: number): Normalisation[] {
  switch (sameLine(text, target)) {
    case 'equal':
      return [];
    case 'label':
      return [{ kind: 'label', line, before: labelOf(text), after: labelOf(target) }];
    case 'form':
      return [{ kind: 'form', line, before: text, after: target }];
    case null:
      return [{ kind: 'other', line, before: text, after: target }];
  }
}

/** How two lines are the same: equal, equal behind a label written otherwise, equal but for marks, or not at all. */
function sameLine(text: string, target: string): 'equal' | 'label' | 'form' | null {
  if (text === target) return 'equal';
  const [label, targetLabel] = [labelOf(text), labelOf(target)];
  if (label !== '' && targetLabel !== '' && text.slice(label.length) === target.slice(targetLabel.length))
    return 'label';
  return folded(text) === folded(target) ? 'form' : null;
}
