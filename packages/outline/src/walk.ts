import { entryPath } from './path.ts';
import type { Entry, Outline, Provisions, Section } from './model.ts';

/** An entry with the place where it stands. */
export interface EntryAt {
  readonly entry: Entry;
  /** `12`, or `16（1）` for an item. */
  readonly path: string;
  /** 0 for a service, 1 for an item. */
  readonly depth: 0 | 1;
  /** The service of an item; the entry itself for a service. */
  readonly service: Entry;
  /** Headings above it, outermost first. */
  readonly sections: readonly Section[];
}

/** An entry that carries the five provisions. */
export interface LeafAt extends EntryAt {
  readonly provisions: Provisions;
}

/** A section with the headings above it, outermost first, itself not included. */
export interface SectionAt {
  readonly section: Section;
  readonly above: readonly Section[];
}

/** Every section, in document order. */
export function* sections(outline: Pick<Outline, 'sections'>): Generator<SectionAt> {
  for (const node of nodes(outline)) if ('section' in node) yield node;
}

/** Every service and item, in document order. */
export function* entries(outline: Pick<Outline, 'sections'>): Generator<EntryAt> {
  for (const node of nodes(outline)) if ('entry' in node) yield node;
}

/** Every entry that carries provisions, in document order: services without items, and items. */
export function* leaves(outline: Pick<Outline, 'sections'>): Generator<LeafAt> {
  for (const at of entries(outline)) {
    if (at.entry.provisions !== undefined) yield { ...at, provisions: at.entry.provisions };
  }
}

/** The first entry with this path (`12`, `16（1）`), or undefined. */
export function findEntry(outline: Pick<Outline, 'sections'>, path: string): EntryAt | undefined {
  for (const at of entries(outline)) if (at.path === path) return at;
  return undefined;
}

/** Sections and entries together, in document order: the outline, flattened. A section's own entries precede its sections. */
export function* nodes(outline: Pick<Outline, 'sections'>): Generator<SectionAt | EntryAt> {
  for (const section of outline.sections) yield* within(section, []);
}

function* within(section: Section, above: readonly Section[]): Generator<SectionAt | EntryAt> {
  yield { section, above };
  const here = [...above, section];
  for (const service of section.entries ?? []) {
    yield { entry: service, path: entryPath(service), depth: 0, service, sections: here };
    for (const item of service.items ?? []) {
      yield { entry: item, path: entryPath(item, service), depth: 1, service, sections: here };
    }
  }
  for (const inner of section.sections ?? []) yield* within(inner, here);
}
