import { categoryMark, chapterMark, fromHanzi, type Finding, type SectionKind } from '@dingben/outline';
import type { Block, HeadingBlock } from './blocks.ts';

/** A heading whose line a source is known to have lost, with the entry before which it stood: data beside the source. */
export interface KnownHeading {
  readonly kind: SectionKind;
  /** In 汉字: `十二`. */
  readonly number: string;
  readonly title: string;
  /** Number of the service before which the heading stands. */
  readonly beforeEntry: string;
}

/** `三、劳有所得`, `（八）就业创业服务`. */
export function headingLine(heading: { kind: SectionKind; number: string; title: string }): string {
  return (heading.kind === 'chapter' ? chapterMark : categoryMark)(heading.number) + heading.title;
}

/**
 * Puts known headings back where they stood, each with a finding that proposes its line. A heading that the text has, word
 * for word, at its place is only marked as restored: so a text with the headings put back reads as the same outline.
 */
export function restoreKnown(
  blocks: readonly Block[],
  known: readonly KnownHeading[],
): { blocks: Block[]; findings: Finding[] } {
  const restored: Block[] = [];
  const findings: Finding[] = [];
  const done = new Set<KnownHeading>();
  let pendingFrom = 0;
  for (const block of blocks) {
    if (block.type === 'service') {
      for (const heading of known) {
        if (heading.beforeEntry !== block.number || done.has(heading)) continue;
        done.add(heading);
        const finding = restoreOne(restored, pendingFrom, heading, block.line, blocks);
        if (finding !== null) findings.push(finding);
      }
    }
    restored.push(block);
    if (block.type === 'service') pendingFrom = restored.length;
  }
  return { blocks: restored, findings };
}

/** `restored[pendingFrom…]` are the headings that stand before the entry at hand. */
function restoreOne(
  restored: Block[],
  pendingFrom: number,
  known: KnownHeading,
  entryLine: number,
  all: readonly Block[],
): Finding | null {
  const { kind, number, title, beforeEntry } = known;
  const value = fromHanzi(number);
  if (value === null) return null;
  const same = (block: Block): block is HeadingBlock =>
    block.type === 'heading' && block.kind === kind && block.value === value;
  const at = restored.findIndex((block, index) => index >= pendingFrom && same(block) && block.title === title);
  const present = restored[at];
  if (present !== undefined && same(present)) {
    restored[at] = { ...present, restored: true };
    return null;
  }
  // The text has this number with another title or elsewhere: what a person wrote there is not to be doubled.
  if (all.some(same)) return null;
  const category = restored.findIndex(
    (block, index) => index >= pendingFrom && block.type === 'heading' && block.kind === 'category',
  );
  const place = kind === 'chapter' && category >= 0 ? category : restored.length;
  const line = restored[place]?.line ?? entryLine;
  restored.splice(place, 0, { type: 'heading', kind, value, title, line, restored: true });
  const fix = headingLine(known);
  return { code: 'reader.heading-lost', severity: 'warning', entry: beforeEntry, line, fix, params: { kind, number } };
}
