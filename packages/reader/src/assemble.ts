import { PROVISION_KEYS, toHanzi, type Entry, type Finding, type Provisions, type Section } from '@dingben/outline';
import type { Block, HeadingBlock, Leaf, ServiceBlock } from './blocks.ts';

/** A section while its children are still being collected. */
interface OpenSection {
  readonly heading: HeadingBlock | null;
  readonly sections: OpenSection[];
  readonly entries: Entry[];
}

/**
 * The tree of the flat blocks. Entries before any heading go into a category without number and title, for an outline has
 * no other place; a finding says so.
 */
export function assemble(blocks: readonly Block[]): { sections: Section[]; findings: Finding[] } {
  const top: OpenSection[] = [];
  const findings: Finding[] = [];
  let chapter: OpenSection | null = null;
  let current: OpenSection | null = null;
  for (const block of blocks) {
    if (block.type === 'heading') {
      const section: OpenSection = { heading: block, sections: [], entries: [] };
      (block.kind === 'category' && chapter !== null ? chapter.sections : top).push(section);
      if (block.kind === 'chapter') chapter = section;
      current = section;
      continue;
    }
    if (current === null) {
      current = { heading: null, sections: [], entries: [] };
      top.push(current);
      findings.push({ code: 'reader.section-missing', severity: 'error', entry: block.path, line: block.line });
    }
    current.entries.push(service(block));
  }
  return { sections: top.map(close), findings };
}

function close({ heading, sections, entries }: OpenSection): Section {
  return {
    kind: heading?.kind ?? 'category',
    number: heading === null ? '' : toHanzi(heading.value),
    title: heading?.title ?? '',
    ...(heading?.restored && { restored: true as const }),
    ...(sections.length > 0 && { sections: sections.map(close) }),
    ...(entries.length > 0 && { entries }),
  };
}

function service(block: ServiceBlock): Entry {
  if (block.items.length === 0) return leaf(block);
  return { number: block.number, title: block.title, items: block.items.map(leaf) };
}

function leaf({ number, title, texts }: Leaf): Entry {
  return { number, title, provisions: provisions(texts) };
}

function provisions(texts: Leaf['texts']): Provisions {
  const text = Object.fromEntries(PROVISION_KEYS.map((key) => [key, texts.get(key) ?? '']));
  // The keys are exactly PROVISION_KEYS, which fromEntries cannot tell the compiler.
  return text as Provisions;
}
