import { PROVISION_LABELS, TITLE_STOP, type Finding } from '@dingben/outline';
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
 * of a sentence; a category's mark within the line of a chapter. Linear in the text.
 */
export function splitMerged(paragraphs: readonly Paragraph[]): { paragraphs: Paragraph[]; findings: Finding[] } {
  const result: Paragraph[] = [];
  const findings: Finding[] = [];
  paragraphs.forEach((paragraph, index) => {
    const cuts = cutsIn(paragraph.text, paragraphs[index + 1]?.text ?? '');
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

function cutsIn(text: string, next: string): number[] {
  const cuts: number[] = [];
  const isChapter = shapeOf(text).type === 'chapter';
  const own = labelAt(text);
  for (let at = 1; at < text.length; at++) {
    const before = text.charCodeAt(at - 1);
    const isAfterStop = STOPS.includes(text.charAt(at - 1));
    if (isBlank(text.charCodeAt(at))) continue;
    const isFree = isAfterStop || isBlank(before);
    const isCut = isFree ? isLabel(text, at) || isEntry(text, at, next) : at === own?.end && isOtherLabel(text, own);
    if (isCut || (isChapter && isCategory(text, at))) cuts.push(at);
  }
  return cuts;
}

/** Another label right behind the paragraph's own: that one has no text. */
function isOtherLabel(text: string, own: Label): boolean {
  return labelAt(text, own.end)?.key !== own.key && isLabel(text, own.end);
}

/** Only a label as it is laid down: the variants are common words too. */
function isLabel(text: string, at: number): boolean {
  if (!'服支牵'.includes(text.charAt(at))) return false;
  const label = labelAt(text, at);
  return label !== null && text.startsWith(PROVISION_LABELS[label.key], at);
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
  return '（('.includes(text.charAt(at)) && shapeOf(text.slice(at, at + LONGEST_MARK)).type === 'category';
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
