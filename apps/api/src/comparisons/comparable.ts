import type { ComparableEntry, ComparableOutline, ComparableSection } from '@dingben/comparison';
import type { Tree, TreeSection } from '../editions/outline/tree.js';

/** An outline as packages/comparison takes it, without texts: they are named by their hash and loaded where they differ. */
export function comparableOf(tree: Tree, label: string, treeHash: string): ComparableOutline {
  const sections: ComparableSection[] = [];
  const list = ({ key, kind, number, title, above, sections: inner }: TreeSection): void => {
    sections.push({ key, kind, number, title, parent: above.at(-1)?.key ?? null });
    inner.forEach(list);
  };
  tree.sections.forEach(list);
  return { label, treeHash, sections, entries: tree.entries.map(entryOf) };
}

function entryOf({ code, path, revision, section, service }: Tree['entries'][number]): ComparableEntry {
  return {
    code,
    number: path,
    title: revision.title,
    path: section.path,
    section: section.key,
    parent: service === null ? null : service.index,
    holdsItems: !revision.leaf,
    hash: revision.contentHash,
  };
}
