import { keyBetween } from '@dingben/outline';
import type { EditRecord, Place } from '../model.js';
import { inOrder } from './order.js';

/** As much of an edit as its place in the outline depends on. */
export interface PlannedEdit extends Pick<EditRecord, 'id' | 'kind' | 'serviceId' | 'place'> {
  readonly proposed: { readonly provisions: object | null } | null;
}

/** Where a service stands and what it shows. */
export interface Standing {
  readonly sectionKey: string;
  readonly parentServiceId: string | null;
  readonly position: string;
  readonly revisionId: string;
}

export interface PlacedService extends Standing {
  readonly serviceId: string;
  /** It has the five provisions, and so can have no items. */
  readonly leaf: boolean;
}

/** As much of an edition's outline as an amendment touches: its services, their items, and all siblings at its places. */
export interface Ground {
  readonly sectionKeys: ReadonlySet<string>;
  readonly services: ReadonlyMap<string, PlacedService>;
}

/** One step of a commit. A revise and a move of one service are two. */
export interface Change {
  readonly operation: 'add' | 'revise' | 'move' | 'remove';
  readonly serviceId: string;
  readonly before: Standing | null;
  readonly after: Standing | null;
}

/** An edit that cannot be carried out: its place is gone, or its service still has items. */
export interface Obstacle {
  readonly editId: string;
  readonly field: 'place' | 'entry';
}

export interface Plan {
  readonly changes: readonly Change[];
  readonly obstacles: readonly Obstacle[];
  /** Where every touched service stands afterwards; null: no longer in the edition. */
  readonly result: ReadonlyMap<string, Standing | null>;
}

/**
 * What merging the edits does to the outline: places first, in the order in which they lean on each other, then texts,
 * then removals, so that an entry may be placed after one that the same amendment removes.
 *
 * @param revisionOf the revision that an edit's service will show.
 */
export function planMerge<E extends PlannedEdit>(
  edits: readonly E[],
  ground: Ground,
  revisionOf: (edit: E) => string,
): Plan {
  const planner = new Planner(ground, revisionOf);
  const { ordered, circular } = inOrder(edits.filter((edit) => edit.place !== null));
  for (const edit of circular) planner.refuse(edit, 'place');
  for (const edit of ordered) planner.place(edit);
  for (const edit of edits) if (edit.kind === 'revise') planner.revise(edit);
  const removals = edits.filter((edit) => edit.kind === 'remove');
  // Items before their service, so that no change leaves an item without one.
  const depth = (edit: E): number => (typeof ground.services.get(edit.serviceId)?.parentServiceId === 'string' ? 0 : 1);
  removals.sort((a, b) => depth(a) - depth(b));
  for (const edit of removals) planner.remove(edit);
  return planner.plan();
}

class Planner<E extends PlannedEdit> {
  readonly #services: Map<string, PlacedService>;
  readonly #changes: Change[] = [];
  readonly #obstacles: Obstacle[] = [];
  readonly #ground: Ground;
  readonly #revisionOf: (edit: E) => string;

  constructor(ground: Ground, revisionOf: (edit: E) => string) {
    this.#ground = ground;
    this.#services = new Map(ground.services);
    this.#revisionOf = revisionOf;
  }

  refuse({ id }: E, field: Obstacle['field']): void {
    this.#obstacles.push({ editId: id, field });
  }

  place(edit: E): void {
    const stands = this.#services.get(edit.serviceId);
    if (edit.place === null || (edit.kind === 'move' && stands === undefined)) return;
    const found = this.#freePlace(edit.serviceId, edit.place);
    if (found === null) {
      this.refuse(edit, 'place');
      return;
    }
    const revisionId = stands?.revisionId ?? this.#revisionOf(edit);
    const leaf = stands?.leaf ?? (edit.proposed !== null && edit.proposed.provisions !== null);
    this.#put(stands === undefined ? 'add' : 'move', { ...found, revisionId, serviceId: edit.serviceId, leaf });
    for (const item of this.#itemsOf(edit.serviceId)) {
      if (item.sectionKey !== found.sectionKey) this.#put('move', { ...item, sectionKey: found.sectionKey });
    }
  }

  revise(edit: E): void {
    const stands = this.#services.get(edit.serviceId);
    const revisionId = this.#revisionOf(edit);
    if (stands !== undefined && stands.revisionId !== revisionId) this.#put('revise', { ...stands, revisionId });
  }

  remove(edit: E): void {
    const stands = this.#services.get(edit.serviceId);
    if (stands === undefined) return;
    if (this.#itemsOf(edit.serviceId).length > 0) {
      this.refuse(edit, 'entry');
      return;
    }
    this.#services.delete(edit.serviceId);
    this.#changes.push({ operation: 'remove', serviceId: edit.serviceId, before: standing(stands), after: null });
  }

  plan(): Plan {
    const result = new Map<string, Standing | null>();
    for (const { serviceId, after } of this.#changes) result.set(serviceId, after);
    return { changes: this.#changes, obstacles: this.#obstacles, result };
  }

  #put(operation: Change['operation'], to: PlacedService): void {
    const from = this.#services.get(to.serviceId);
    this.#services.set(to.serviceId, to);
    this.#changes.push({
      operation,
      serviceId: to.serviceId,
      before: from === undefined ? null : standing(from),
      after: standing(to),
    });
  }

  #itemsOf(serviceId: string): PlacedService[] {
    return [...this.#services.values()].filter((service) => service.parentServiceId === serviceId);
  }

  /** The position that a place means by now, or null where section, parent or sibling are no longer there for it. */
  #freePlace(serviceId: string, place: Place): Omit<Standing, 'revisionId'> | null {
    const parent = place.parentServiceId === null ? null : this.#services.get(place.parentServiceId);
    if (parent === undefined || !this.#ground.sectionKeys.has(place.sectionKey)) return null;
    // An item has no items, and neither has an entry with texts of its own.
    if (parent !== null && (parent.leaf || parent.parentServiceId !== null || this.#itemsOf(serviceId).length > 0))
      return null;
    const sectionKey = parent?.sectionKey ?? place.sectionKey;
    const siblings = [...this.#services.values()]
      .filter(
        (at) =>
          at.sectionKey === sectionKey && at.parentServiceId === place.parentServiceId && at.serviceId !== serviceId,
      )
      .sort((a, b) => (a.position < b.position ? -1 : 1));
    const after = siblings.findIndex((at) => at.serviceId === place.afterServiceId);
    if (place.afterServiceId !== null && after === -1) return null;
    const position = keyBetween(siblings[after]?.position ?? null, siblings[after + 1]?.position ?? null);
    return { sectionKey, parentServiceId: place.parentServiceId, position };
  }
}

function standing({ sectionKey, parentServiceId, position, revisionId }: Standing): Standing {
  return { sectionKey, parentServiceId, position, revisionId };
}
