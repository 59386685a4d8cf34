import { entryPath, toHanzi, type SectionKind } from '@dingben/outline';
import type { TreeNode } from '@dingben/outline/hash';

/** A heading as it is stored; `key` is its identity across editions. */
export interface SectionRow {
  readonly key: string;
  readonly parentKey: string | null;
  readonly kind: SectionKind;
  readonly title: string;
  readonly restored: boolean;
  readonly position: string;
}

/** Where a service stands and the revision that it shows. */
export interface PlacementRow {
  readonly serviceId: string;
  readonly code: string;
  readonly sectionKey: string;
  readonly parentServiceId: string | null;
  readonly position: string;
  readonly revisionId: string;
}

/** What an outline shows of a revision. It never changes. */
export interface RevisionInfo {
  readonly id: string;
  readonly title: string;
  readonly contentHash: string;
  /** Has the five provisions; a service with items has none. */
  readonly leaf: boolean;
  readonly agencies: readonly string[];
  readonly funding: readonly string[];
}

export interface TreeSection {
  readonly key: string;
  readonly kind: SectionKind;
  readonly number: string;
  readonly title: string;
  readonly restored: boolean;
  readonly above: readonly TreeSection[];
  /** Printed numbers of those above and its own, outermost first. */
  readonly path: readonly string[];
  readonly sections: TreeSection[];
  readonly entries: TreeEntry[];
}

export interface TreeEntry {
  readonly serviceId: string;
  readonly code: string;
  /** Printed number: `16`, or `1` for an item. */
  readonly number: string;
  /** `16（1）` for an item. */
  readonly path: string;
  /** Place in document order, from 0. */
  readonly index: number;
  readonly revision: RevisionInfo;
  readonly section: TreeSection;
  readonly service: TreeEntry | null;
  readonly items: TreeEntry[];
}

/** An edition's outline at one commit, numbered, in document order. */
export interface Tree {
  readonly sections: readonly TreeSection[];
  readonly entries: readonly TreeEntry[];
  readonly byService: ReadonlyMap<string, TreeEntry>;
  readonly byCode: ReadonlyMap<string, TreeEntry>;
}

interface Parts {
  readonly sections: readonly SectionRow[];
  readonly placements: readonly PlacementRow[];
  readonly revisions: ReadonlyMap<string, RevisionInfo>;
}

/**
 * Puts rows in order and numbers them: chapters and categories each count through the document, services too, items from
 * 1 within their service.
 *
 * @throws Error when a placement names a section, service or revision that is not there: the data is broken.
 */
export function buildTree(parts: Parts): Tree {
  const builder = new Builder(parts);
  const sections = builder.sections();
  const { entries } = builder;
  if (entries.length !== parts.placements.length)
    throw new Error('a placement stands in no section or under no service');
  return {
    sections,
    entries,
    byService: new Map(entries.map((entry) => [entry.serviceId, entry])),
    byCode: new Map(entries.map((entry) => [entry.code, entry])),
  };
}

class Builder {
  readonly entries: TreeEntry[] = [];
  readonly #revisions: Parts['revisions'];
  readonly #children: Map<string, SectionRow[]>;
  readonly #services: Map<string, PlacementRow[]>;
  readonly #items: Map<string, PlacementRow[]>;
  readonly #count = { chapter: 0, category: 0, service: 0 };

  constructor({ sections, placements, revisions }: Parts) {
    const [services, items] = [placements.filter(isService), placements.filter((row) => !isService(row))];
    this.#revisions = revisions;
    this.#children = groupBy(sections, (row) => row.parentKey ?? '');
    this.#services = groupBy(services, (row) => row.sectionKey);
    this.#items = groupBy(items, (row) => row.parentServiceId ?? '');
  }

  sections(): TreeSection[] {
    return (this.#children.get('') ?? []).map((row) => this.#section(row, []));
  }

  #section({ key, kind, title, restored }: SectionRow, above: readonly TreeSection[]): TreeSection {
    const number = toHanzi(++this.#count[kind]);
    const path = [...above.map((one) => one.number), number];
    const section: TreeSection = { key, kind, number, title, restored, above, path, sections: [], entries: [] };
    for (const row of this.#services.get(key) ?? []) this.#service(row, section);
    for (const row of this.#children.get(key) ?? []) section.sections.push(this.#section(row, [...above, section]));
    return section;
  }

  #service(row: PlacementRow, section: TreeSection): void {
    const service = this.#entry(row, section, String(++this.#count.service), null);
    section.entries.push(service);
    for (const [index, item] of (this.#items.get(row.serviceId) ?? []).entries()) {
      service.items.push(this.#entry(item, section, String(index + 1), service));
    }
  }

  #entry(
    { serviceId, code, revisionId }: PlacementRow,
    section: TreeSection,
    number: string,
    service: TreeEntry | null,
  ): TreeEntry {
    const revision = this.#revisions.get(revisionId);
    if (revision === undefined) throw new Error(`revision ${revisionId} is placed but not there`);
    const path = service === null ? number : entryPath({ number }, service);
    const entry = { serviceId, code, number, path, index: this.entries.length, revision, section, service, items: [] };
    this.entries.push(entry);
    return entry;
  }
}

function isService({ parentServiceId }: PlacementRow): boolean {
  return parentServiceId === null;
}

/** The nodes whose hash is the tree hash. */
export function* hashNodes(sections: readonly TreeSection[]): Generator<TreeNode> {
  for (const { kind, title, restored, entries, sections: inner } of sections) {
    yield { type: 'section', kind, title, restored };
    for (const service of entries) {
      yield { type: 'entry', depth: 0, code: service.code, revisionHash: service.revision.contentHash };
      for (const item of service.items) {
        yield { type: 'entry', depth: 1, code: item.code, revisionHash: item.revision.contentHash };
      }
    }
    yield* hashNodes(inner);
  }
}

/** Headings above an entry, outermost first, its own section included. */
export function headings(entry: TreeEntry): readonly TreeSection[] {
  return [...entry.section.above, entry.section];
}

function groupBy<T extends { readonly position: string }>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  // Order keys compare by code unit, as COLLATE "C" does.
  for (const group of groups.values())
    group.sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : 0));
  return groups;
}
