import { PROVISION_LABELS, TITLE_STOP, type Finding, type ProvisionKey } from '@dingben/outline';
import { isBlank, skipBlanks } from './characters.ts';
import { labelAt, type Label } from './labels.ts';
import type { Paragraph } from './paragraphs.ts';
import { shapeOf } from './shapes.ts';

/** After these a paragraph could have ended. */
const STOPS = '。；！？;';

/** Beyond this a sentence is no title, and is not looked through: so the time stays linear. */
const LONGEST_TITLE = 200;
const LONGEST_MARK = 16;

/**
 * Cuts paragraphs in which several were run together: a label, or the line of an entry that a label follows, stands after the end
 * of a sentence; a label that its entry has nowhere else, after a blank; a category's mark within the line of a chapter. Linear
 * in the text.
 */
export function splitMerged(paragraphs: readonly Paragraph[]): { paragraphs: Paragraph[]; findings: Finding[] } {
  const labels = labelsByEntry(paragraphs);
  const result: Paragraph[] = [];
  const findings: Finding[] = [];
  paragraphs.forEach((paragraph, index) => {
    const cuts = cutsIn(paragraph.text, paragraphs[index + 1]?.text ?? '', labels[index] ?? new Set());
    let from = 0;
    for (const cut of cuts) {
      const end = withoutTrailingBlanks(paragraph.text, from, cut);
      result.push(piece(paragraph, from, end));
      findings.push(merged(paragraph, end, cut));
      from = cut;
    }
    result.push(from === 0 ? paragraph : piece(paragraph, from, paragraph.text.length));
  });
  return { paragraphs: result, findings };
}

/** For each paragraph the labels that begin a paragraph of the same entry, as far as one can see where entries begin. */
function labelsByEntry(paragraphs: readonly Paragraph[]): Set<ProvisionKey>[] {
  let labels = new Set<ProvisionKey>();
  let isAfterStart = false;
  return paragraphs.map(({ text }, index) => {
    const own = labelAt(text)?.key;
    const isLine = isEntryLine(text) && labelAt(paragraphs[index + 1]?.text ?? '')?.key === 'targetGroup';
    if (isLine || (own === 'targetGroup' && !isAfterStart)) labels = new Set();
    isAfterStart = isLine;
    if (own !== undefined) labels.add(own);
    return labels;
  });
}

function isEntryLine(text: string): boolean {
  const { type } = shapeOf(text);
  return type === 'service' || type === 'item';
}

function cutsIn(text: string, next: string, labels: ReadonlySet<ProvisionKey>): number[] {
  const cuts: number[] = [];
  const isChapter = shapeOf(text).type === 'chapter';
  const isLine = isEntryLine(text);
  const own = labelAt(text);
  let isAfterStop = false;
  for (let at = 1; at < text.length; at++) {
    const isAfterBlank = isBlank(text.charCodeAt(at - 1));
    if (!isAfterBlank) isAfterStop = STOPS.includes(text.charAt(at - 1));
    if (isBlank(text.charCodeAt(at))) continue;
    const label = isAfterStop || isAfterBlank || at === own?.end ? laidDownLabel(text, at) : null;
    const isCut =
      (label !== null && (isAfterStop || (isAfterBlank ? !labels.has(label.key) : label.key !== own?.key))) ||
      (isAfterStop && !isLine && isEntry(text, at, next)) ||
      (isChapter && isCategory(text, at));
    if (isCut) cuts.push(at);
  }
  return cuts;
}

/** Only a label as it is laid down: the variants are common words too. */
function laidDownLabel(text: string, at: number): Label | null {
  if (!'服支牵'.includes(text.charAt(at))) return null;
  const label = labelAt(text, at);
  return label !== null && text.startsWith(PROVISION_LABELS[label.key], at) ? label : null;
}

function isEntry(text: string, at: number, next: string): boolean {
  const shape = shapeOf(text.slice(at, at + LONGEST_MARK));
  if (shape.type !== 'service' || shape.isWeak) return false;
  const length = text.slice(at, at + LONGEST_TITLE).indexOf(TITLE_STOP);
  if (length < 0) return false;
  const rest = skipBlanks(text, at + length + 1);
  const label = rest < text.length ? labelAt(text, rest) : labelAt(next);
  return label?.key === 'targetGroup';
}

function isCategory(text: string, at: number): boolean {
  if (!'（('.includes(text.charAt(at))) return false;
  const shape = shapeOf(text.slice(at, at + LONGEST_MARK));
  return shape.type === 'category' && at + shape.end < text.length;
}

function withoutTrailingBlanks(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

function piece(paragraph: Paragraph, from: number, to: number): Paragraph {
  return {
    line: paragraph.line,
    text: paragraph.text.slice(from, to),
    blankBefore: from === 0 && paragraph.blankBefore,
    sourceOffset: (offset) => paragraph.sourceOffset(from + offset),
  };
}

function merged(paragraph: Paragraph, end: number, cut: number): Finding {
  const to = paragraph.sourceOffset(cut);
  const start = cut > end ? paragraph.sourceOffset(end) : to;
  const found = paragraph.text.slice(end, cut);
  return {
    code: 'reader.paragraph-merged',
    severity: 'warning',
    line: paragraph.line,
    start,
    end: to,
    found,
    fix: '\n',
  };
}
