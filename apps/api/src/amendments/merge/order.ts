import type { EditRecord } from '../model.js';

type Leaning = Pick<EditRecord, 'serviceId' | 'place'>;

/**
 * Edits with a place, each after those of the same amendment that it leans on (the entry before it, the service that it
 * is an item of). Edits that lean on each other in a circle have no place; they are given apart.
 */
export function inOrder<E extends Leaning>(edits: readonly E[]): { readonly ordered: E[]; readonly circular: E[] } {
  const waiting = new Map(edits.map((edit) => [edit.serviceId, edit]));
  const ordered: E[] = [];
  for (let placed = -1; placed !== ordered.length;) {
    placed = ordered.length;
    for (const [serviceId, edit] of waiting) {
      const leansOn = [edit.place?.afterServiceId, edit.place?.parentServiceId];
      if (leansOn.some((id) => typeof id === 'string' && id !== serviceId && waiting.has(id))) continue;
      waiting.delete(serviceId);
      ordered.push(edit);
    }
  }
  return { ordered, circular: [...waiting.values()] };
}
