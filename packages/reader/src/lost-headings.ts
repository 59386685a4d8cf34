import { MAX_HANZI, toHanzi, type Finding, type SectionKind } from '@dingben/outline';
import type { Block, HeadingBlock, ServiceBlock } from './blocks.ts';

/** A heading whose number is missing between two others, or before the first. */
interface Gap {
  readonly kind: SectionKind;
  readonly values: readonly number[];
  /** Index of the block after the previous heading of the kind, and of the heading that shows the gap. */
  readonly from: number;
  readonly to: number;
}

/**
 * What numbers that skip and blanks before entries tell of headings that lost their lines. Where there are as many such
 * blanks as missing numbers, both are certain: the section is made, without a title, for nobody can know it from the text.
 * Everything else is only reported.
 */
export function findLost(blocks: readonly Block[]): { blocks: Block[]; findings: Finding[] } {
  const gaps = [...gapsOf(blocks, 'chapter'), ...gapsOf(blocks, 'category')];
  const inserts = new Map<number, HeadingBlock[]>();
  const findings: Finding[] = orderFindings(blocks);
  const explained = new Set<number>();
  for (const gap of gaps) {
    const places = gap.kind === 'chapter' ? chapterPlaces(gap) : blankPlaces(blocks, gap.from, gap.to);
    const certain = gap.kind === 'chapter' ? places.length > 0 : places.length === gap.values.length;
    gap.values.forEach((value, index) => {
      const place = certain ? places[index] : undefined;
      findings.push(lostFinding(blocks, gap, value, place));
      if (place === undefined) return;
      explained.add(place);
      const heading: HeadingBlock = {
        type: 'heading',
        kind: gap.kind,
        value,
        title: '',
        line: blocks[place]?.line ?? 1,
      };
      inserts.set(place, [...(inserts.get(place) ?? []), heading]);
    });
  }
  if (gaps.length > 0) findings.push(...unexplained(blocks, explained));
  return { blocks: blocks.flatMap((block, index) => [...(inserts.get(index) ?? []), block]), findings };
}

function gapsOf(blocks: readonly Block[], kind: SectionKind): Gap[] {
  const gaps: Gap[] = [];
  let last = 0;
  let from = 0;
  blocks.forEach((block, index) => {
    if (block.type !== 'heading' || block.kind !== kind) return;
    const values: number[] = [];
    for (let value = last + 1; value < block.value; value++) values.push(value);
    if (values.length > 0) gaps.push({ kind, values, from, to: index });
    last = Math.max(last, block.value);
    from = index + 1;
  });
  return gaps;
}

/** Only the first chapter's place is certain: the top, before anything that a chapter holds. */
function chapterPlaces(gap: Gap): number[] {
  return gap.from === 0 && gap.to > 0 ? [0] : [];
}

function blankPlaces(blocks: readonly Block[], from: number, to: number): number[] {
  const places: number[] = [];
  for (let index = from; index < to; index++) if (standsAfterBlank(blocks, index)) places.push(index);
  return places;
}

/** A blank before an entry to which no category line belongs. */
function standsAfterBlank(blocks: readonly Block[], index: number): boolean {
  const block = blocks[index];
  const before = blocks[index - 1];
  return block?.type === 'service' && block.blankBefore && !(before?.type === 'heading' && before.kind === 'category');
}

function lostFinding(blocks: readonly Block[], gap: Gap, value: number, place: number | undefined): Finding {
  const params = { kind: gap.kind, number: toHanzi(Math.min(value, MAX_HANZI)) };
  if (place === undefined)
    return { code: 'reader.heading-lost', severity: 'warning', line: blocks[gap.to]?.line ?? 1, params };
  const entry = serviceFrom(blocks, place)?.path;
  const line = blocks[place]?.line ?? 1;
  return { code: 'reader.heading-lost', severity: 'warning', ...(entry !== undefined && { entry }), line, params };
}

function serviceFrom(blocks: readonly Block[], place: number): ServiceBlock | undefined {
  for (let index = place; index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.type === 'service') return block;
  }
  return undefined;
}

function unexplained(blocks: readonly Block[], explained: ReadonlySet<number>): Finding[] {
  return blocks.flatMap((block, index): Finding[] => {
    if (block.type !== 'service' || !standsAfterBlank(blocks, index) || explained.has(index)) return [];
    return [{ code: 'reader.heading-lost', severity: 'warning', entry: block.path, line: block.line }];
  });
}

/** Headings whose number does not rise. */
function orderFindings(blocks: readonly Block[]): Finding[] {
  const last = { chapter: 0, category: 0 };
  return blocks.flatMap((block): Finding[] => {
    if (block.type !== 'heading') return [];
    const isRising = block.value > last[block.kind];
    last[block.kind] = Math.max(last[block.kind], block.value);
    if (isRising) return [];
    const params = { kind: block.kind, number: toHanzi(block.value) };
    return [{ code: 'reader.heading-order', severity: 'warning', line: block.line, params }];
  });
}
