import { canonicalText, chapterMark, categoryMark, nodes, type Finding, type Outline } from '@dingben/outline';
import { countNonBlank, isBlank } from './characters.ts';

/** Where the non-blank characters (UTF-16 units) of a text have gone. */
export interface Accounting {
  readonly input: number;
  readonly inOutline: number;
  readonly inFindings: number;
  /** Lines (1-based) that are in neither, with what of them is missing: none, unless the reader has a fault. */
  readonly lost: readonly { readonly line: number; readonly text: string }[];
}

/**
 * Accounts for every character of a text, knowing nothing of how it was read: a line, with the fixes of its findings made and
 * without what its findings quote, has to be a line of the outline, and each line of the outline answers for one only.
 * Blanks are not counted. Linear in the text.
 */
export function accountFor(text: string, outline: Outline): Accounting {
  const pool = new Pool(outline);
  const byLine = new Map<number, Finding[]>();
  for (const finding of outline.findings ?? []) {
    const { line, start, end, found, fix } = finding;
    if (line === undefined || start === undefined || end === undefined || (found === undefined && fix === undefined))
      continue;
    byLine.set(line, [...(byLine.get(line) ?? []), finding]);
  }
  let input = 0;
  let inFindings = 0;
  const lost: { line: number; text: string }[] = [];
  linesOf(text).forEach((source, index) => {
    const line = index + 1;
    const mended = mend(source, byLine.get(line) ?? []);
    input += countNonBlank(source);
    inFindings += mended.quoted;
    for (const piece of mended.text.split('\n')) if (!pool.take(bare(piece))) lost.push({ line, text: piece });
  });
  const lostCount = lost.reduce((sum, each) => sum + countNonBlank(each.text), 0);
  return { input, inOutline: input - inFindings - lostCount, inFindings, lost };
}

function linesOf(text: string): string[] {
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').split('\n');
}

/** A line with its fixes made and what is only quoted taken out; `quoted` counts the characters that have gone with either. */
function mend(source: string, findings: readonly Finding[]): { text: string; quoted: number } {
  const ranges = findings
    .map(({ start = 0, end = 0, fix = '' }) => ({ start, end, fix }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let text = '';
  let quoted = 0;
  let from = 0;
  for (const { start, end, fix } of ranges) {
    if (start < from) continue;
    text += source.slice(from, start) + fix;
    quoted += countNonBlank(source.slice(start, end));
    from = end;
  }
  return { text: text + source.slice(from), quoted };
}

function bare(text: string): string {
  let kept = '';
  for (const char of text) if (!isBlank(char.charCodeAt(0))) kept += char;
  return kept;
}

/** The lines of an outline, to be taken one by one. */
class Pool {
  private readonly lines = new Map<string, number>();
  /** What of the title is still to be seen: it may come in several lines. */
  private title: string;

  constructor(outline: Outline) {
    this.title = bare(outline.title);
    for (const node of nodes(outline)) {
      if ('entry' in node) {
        for (const line of canonicalText({ ...node.entry, items: [] }, node.depth).split('\n')) this.put(bare(line));
        continue;
      }
      const { kind, number, title } = node.section;
      this.put(bare((kind === 'chapter' ? chapterMark : categoryMark)(number) + title));
    }
  }

  take(line: string): boolean {
    if (line === '') return true;
    if (this.title.startsWith(line)) {
      this.title = this.title.slice(line.length);
      return true;
    }
    const count = this.lines.get(line) ?? 0;
    this.lines.set(line, count - 1);
    return count > 0;
  }

  private put(line: string): void {
    this.lines.set(line, (this.lines.get(line) ?? 0) + 1);
  }
}
