import { longestRising } from '@dingben/text-diff';
import type { ComparableEntry, ComparableOutline, ComparedSection } from './model.ts';
import { comparedSections, mapSections, type SectionMap } from './places.ts';

/** Where an entry is to stand: in a section of the old outline, under a service or not, after a sibling or first. */
export interface ProposedPlace {
  /** Key of the section in the old outline. */
  readonly section: string;
  /** Indexes among the new outline's entries. */
  readonly parent: number | null;
  readonly follows: number | null;
}

/** One edit that leads from the old outline towards the new one. `before` and `after` are indexes of entries. */
export type ProposedEdit =
  | { readonly kind: 'revise'; readonly before: number; readonly after: number }
  | { readonly kind: 'move'; readonly before: number; readonly after: number; readonly place: ProposedPlace }
  | { readonly kind: 'add'; readonly after: number; readonly place: ProposedPlace }
  | { readonly kind: 'remove'; readonly before: number };

export interface Proposal {
  /** Additions and moves in the new outline's order, so that what one leans on comes before it; removals last. */
  readonly edits: readonly ProposedEdit[];
  /** Differences of headings, which no edit of entries can carry. */
  readonly sections: readonly ComparedSection[];
  /** Entries of the new outline that would stand under a heading that the old one does not have. */
  readonly homeless: readonly number[];
}

/**
 * The edits of entries that make the new outline of the old one, told which entry goes on with which (`takes`: for each new
 * entry the index of the old one, or null). An entry is moved only where it stands in another section or service, or out
 * of the longest run that kept its order.
 */
export function proposeEdits(
  before: ComparableOutline,
  after: ComparableOutline,
  takes: readonly (number | null)[],
): Proposal {
  const map = mapSections(before, after, matchingOf(before, takes));
  const places = new Places(before, after, takes, map);
  const edits: ProposedEdit[] = [];
  const homeless: number[] = [];
  for (const [index, entry] of after.entries.entries()) {
    const from = takes[index] ?? null;
    const old = from === null ? undefined : before.entries[from];
    if (from === null || old === undefined || places.hasMoved(index)) {
      const place = places.of(index);
      if (place === null) homeless.push(index);
      else if (from === null) edits.push({ kind: 'add', after: index, place });
      else edits.push({ kind: 'move', before: from, after: index, place });
    }
    if (from !== null && old !== undefined && differs(old, entry)) {
      edits.push({ kind: 'revise', before: from, after: index });
    }
  }
  const taken = new Set(takes);
  const removed = before.entries.flatMap((_, index): ProposedEdit[] =>
    taken.has(index) ? [] : [{ kind: 'remove', before: index }],
  );
  return { edits: [...edits, ...removed], sections: comparedSections(before, after, map), homeless };
}

function matchingOf(before: ComparableOutline, takes: readonly (number | null)[]): Int32Array {
  const matching = new Int32Array(before.entries.length).fill(-1);
  for (const [index, from] of takes.entries()) if (from !== null) matching[from] = index;
  return matching;
}

function differs(old: ComparableEntry, now: ComparableEntry): boolean {
  return old.hash !== now.hash;
}

/** Siblings of the new outline, and who of them stands where it stood. */
class Places {
  readonly #sections: ReadonlyMap<string, string>;
  readonly #moved = new Set<number>();
  readonly #follows = new Map<number, number | null>();
  readonly #after: ComparableOutline;

  constructor(before: ComparableOutline, after: ComparableOutline, takes: readonly (number | null)[], map: SectionMap) {
    this.#after = after;
    this.#sections = new Map([...map].map(([old, now]) => [now, old]));
    const groups = Map.groupBy(after.entries.keys(), (index) => groupOf(after.entries[index]));
    for (const siblings of groups.values()) this.#group(siblings, before, takes);
  }

  hasMoved(index: number): boolean {
    return this.#moved.has(index);
  }

  of(index: number): ProposedPlace | null {
    const entry = this.#after.entries[index];
    const section = this.#sections.get(entry?.section ?? '');
    if (entry === undefined || section === undefined) return null;
    return { section, parent: entry.parent, follows: this.#follows.get(index) ?? null };
  }

  #group(siblings: readonly number[], before: ComparableOutline, takes: readonly (number | null)[]): void {
    const stayed: number[] = [];
    for (const [at, index] of siblings.entries()) {
      this.#follows.set(index, siblings[at - 1] ?? null);
      const from = takes[index] ?? null;
      if (from === null) continue;
      if (this.#isHome(before.entries[from], this.#after.entries[index], takes)) stayed.push(index);
      else this.#moved.add(index);
    }
    const kept = new Set(longestRising(stayed.map((index) => takes[index] ?? -1)));
    for (const [at, index] of stayed.entries()) if (!kept.has(at)) this.#moved.add(index);
  }

  #isHome(
    old: ComparableEntry | undefined,
    now: ComparableEntry | undefined,
    takes: readonly (number | null)[],
  ): boolean {
    if (old === undefined || now === undefined) return false;
    const parent = now.parent === null ? null : (takes[now.parent] ?? -1);
    return this.#sections.get(now.section) === old.section && parent === old.parent;
  }
}

function groupOf(entry: ComparableEntry | undefined): string {
  return entry === undefined ? '' : entry.parent === null ? `section ${entry.section}` : `service ${entry.parent}`;
}
