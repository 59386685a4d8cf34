import type { Entry, Outline, Section } from '../../packages/outline/src/index.ts';

/**
 * A standard of about `leaves` leaf entries made from a real one: its chapters again and again, each copy's texts made
 * its own by a sentence that carries the copy's number, so that no two entries share a hash.
 */
export function enlarge(outline: Outline, leaves: number): Outline {
  const perCopy = outline.sections
    .flatMap((chapter) => chapter.sections ?? [])
    .flatMap((section) => section.entries ?? [])
    .reduce((sum, entry) => sum + (entry.items?.length ?? 1), 0);
  const copies = Math.ceil(leaves / perCopy);
  const sections: Section[] = [];
  for (let copy = 0; copy < copies; copy++) {
    for (const chapter of outline.sections) sections.push(copySection(chapter, copy));
  }
  return { ...outline, title: `${outline.title}${leaves}`, edition: `${leaves}条`, sections };
}

function copySection(section: Section, copy: number): Section {
  return {
    ...section,
    title: `${section.title}${copy}`,
    ...(section.sections && { sections: section.sections.map((child) => copySection(child, copy)) }),
    ...(section.entries && { entries: section.entries.map((entry) => copyEntry(entry, copy)) }),
  };
}

function copyEntry(entry: Entry, copy: number): Entry {
  return {
    ...entry,
    ...(entry.provisions && {
      provisions: { ...entry.provisions, content: `${entry.provisions.content}第${copy}号服务点。` },
    }),
    ...(entry.items && { items: entry.items.map((item) => copyEntry(item, copy)) }),
  };
}
