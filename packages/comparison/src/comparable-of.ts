import { frame } from '@dingben/kernel';
import { nodes, PROVISION_KEYS, type EntryAt, type Outline, type Provisions, type Section } from '@dingben/outline';
import type { ComparableEntry, ComparableOutline, ComparableSection } from './model.ts';

/** A key for a section that has no lasting one: its kind and title below those of the sections above it. */
export function sectionKey(sections: readonly Pick<Section, 'kind' | 'title'>[]): string {
  return frame(sections.flatMap(({ kind, title }) => [kind, title]));
}

/** The exchange form as comparison takes it, texts included. */
export function comparableOf(outline: Outline): ComparableOutline {
  const sections: ComparableSection[] = [];
  const entries: ComparableEntry[] = [];
  const keys = new Map<Section, string>();
  const used = new Set<string>();
  let parent = 0;
  for (const node of nodes(outline)) {
    if ('section' in node) {
      const { kind, number, title } = node.section;
      const key = uniqueKey([...node.above, node.section], used);
      keys.set(node.section, key);
      const above = node.above.at(-1);
      sections.push({ key, kind, number, title, parent: above === undefined ? null : (keys.get(above) ?? null) });
    } else {
      if (node.depth === 0) parent = entries.length;
      const innermost = node.sections.at(-1);
      const section = innermost === undefined ? '' : (keys.get(innermost) ?? '');
      entries.push(comparableEntry(node, section, node.depth === 1 ? parent : null));
    }
  }
  const label = outline.edition === '' ? outline.title : outline.edition;
  return { label, sections, entries };
}

/** Headings that lost their line have no title, so several may look alike: the number tells them apart, then their order. */
function uniqueKey(sections: readonly Section[], used: Set<string>): string {
  let key = sectionKey(sections);
  if (sections.at(-1)?.title === '' || used.has(key)) key += sections.at(-1)?.number ?? '';
  while (used.has(key)) key += '+';
  used.add(key);
  return key;
}

function comparableEntry({ entry, path, sections }: EntryAt, section: string, parent: number | null): ComparableEntry {
  const { code = null, title, provisions } = entry;
  return {
    code,
    number: path,
    title,
    path: sections.map(({ number }) => number),
    section,
    parent,
    holdsItems: provisions === undefined,
    hash: contentName(title, provisions),
    ...(provisions === undefined ? {} : { provisions }),
  };
}

/** The texts themselves, framed: what a hash stands for, without the cost of one and where there is no crypto. */
function contentName(title: string, provisions: Provisions | undefined): string {
  return frame([title, ...PROVISION_KEYS.map((key) => provisions?.[key] ?? null)]);
}
