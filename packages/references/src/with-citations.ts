import type { Entry, Outline, Section } from '@dingben/outline';
import { citationsOf } from './citations.ts';

/** The outline with each leaf's citations, read from its text; an entry that cites nothing gets none. */
export function withCitations<T extends Pick<Outline, 'sections'>>(outline: T): T {
  return { ...outline, sections: outline.sections.map(ofSection) };
}

function ofSection(section: Section): Section {
  return {
    ...section,
    ...(section.sections && { sections: section.sections.map(ofSection) }),
    ...(section.entries && { entries: section.entries.map(ofEntry) }),
  };
}

function ofEntry(entry: Entry): Entry {
  const citations = entry.provisions === undefined ? [] : citationsOf(entry.provisions);
  const found: Entry = { ...entry, citations, ...(entry.items && { items: entry.items.map(ofEntry) }) };
  return citations.length > 0 ? found : withoutCitations(found);
}

function withoutCitations(entry: Entry): Entry {
  const { number, title, code, provisions, items } = entry;
  return {
    number,
    title,
    ...(code !== undefined && { code }),
    ...(provisions && { provisions }),
    ...(items && { items }),
  };
}
