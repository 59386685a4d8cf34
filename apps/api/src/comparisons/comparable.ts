import type { ComparableEntry, ComparableOutline, ComparableSection } from '@dingben/comparison';
import { headings, type Tree, type TreeSection } from '../editions/outline/tree.js';

/** An outline as packages/comparison takes it, without texts: they are named by their hash and loaded where they differ. */
export function comparableOf(tree: Tree, label: string, treeHash: string): ComparableOutline {
  return { label, treeHash, sections: [...sectionsOf(tree.sections)], entries: tree.entries.map(entryOf) };
}

function* sectionsOf(sections: readonly TreeSection[]): Generator<ComparableSection> {
  for (const { key, kind, number, title, above, sections: inner } of sections) {
    yield { key, kind, number, title, parent: above.at(-1)?.key ?? null };
    yield* sectionsOf(inner);
  }
}

function entryOf(entry: Tree['entries'][number]): ComparableEntry {
  const { code, path, revision, section, service } = entry;
  return {
    code,
    number: path,
    title: revision.title,
    path: headings(entry).map(({ number }) => number),
    section: section.key,
    parent: service === null ? null : service.index,
    holdsItems: !revision.leaf,
    hash: revision.contentHash,
  };
}
