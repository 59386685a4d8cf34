import type { Tree, TreeSection } from '../../editions/outline/tree.js';
import type { EditRecord, Place } from '../model.js';

type Placed = Pick<EditRecord, 'serviceId' | 'place'>;
/** Compared number by number; what is longer comes later. */
type Key = readonly number[];

const LAST: Key = [Number.POSITIVE_INFINITY];

/**
 * Edits in document order, as a reader of the draft goes through it: what stands in the outline where it stands, what is to
 * be added where it is to stand, and what the outline no longer holds at the end. Edits of one entry keep their order; of two
 * additions behind the same entry the later one comes first, as the merge puts them.
 */
export function inOutlineOrder<Edit extends Placed>(edits: readonly Edit[], tree: Tree): Edit[] {
  const keys = new Keys(edits, tree);
  return edits
    .map((edit) => ({ edit, key: keys.of(edit.serviceId) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ edit }) => edit);
}

class Keys {
  readonly #tree: Tree;
  readonly #places: ReadonlyMap<string, Place & { readonly turn: number }>;
  readonly #starts: ReadonlyMap<string, number>;

  constructor(edits: readonly Placed[], tree: Tree) {
    this.#tree = tree;
    this.#places = new Map(
      edits.flatMap(({ serviceId, place }, turn) => (place === null ? [] : [[serviceId, { ...place, turn: -turn }]])),
    );
    this.#starts = startsOf(tree.sections);
  }

  /** Additions may stand behind each other; `behind` are those on the way, should they ever lead in a circle. */
  of(serviceId: string, behind: readonly string[] = []): Key {
    const entry = this.#tree.byService.get(serviceId);
    if (entry !== undefined) return [entry.index];
    const place = this.#places.get(serviceId);
    if (place === undefined || behind.includes(serviceId)) return LAST;
    const { afterServiceId, parentServiceId, sectionKey, turn } = place;
    const seen = [...behind, serviceId];
    if (afterServiceId !== null) return [...this.#endOf(afterServiceId, parentServiceId === null, seen), turn];
    if (parentServiceId !== null) return [...this.of(parentServiceId, seen), turn];
    const start = this.#starts.get(sectionKey);
    return start === undefined ? LAST : [start - 0.5, turn];
  }

  /** A service ends with its items. */
  #endOf(serviceId: string, isService: boolean, seen: readonly string[]): Key {
    const entry = this.#tree.byService.get(serviceId);
    const last = isService ? entry?.items.at(-1) : undefined;
    return last === undefined ? this.of(serviceId, seen) : [last.index];
  }
}

/** By section, how many entries stand before it. */
function startsOf(sections: readonly TreeSection[]): Map<string, number> {
  const starts = new Map<string, number>();
  let count = 0;
  const visit = (inner: readonly TreeSection[]): void => {
    for (const section of inner) {
      starts.set(section.key, count);
      for (const { items } of section.entries) count += 1 + items.length;
      visit(section.sections);
    }
  };
  visit(sections);
  return starts;
}

function compare(a: Key, b: Key): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const [left = 0, right = 0] = [a[index], b[index]];
    if (left !== right) return left - right;
  }
  return a.length - b.length;
}
