import type { Conflict, EditRecord } from '../model.js';
import { entryConflict, joinTexts } from './join-texts.js';
import { planMerge, type Ground, type Obstacle } from './plan.js';

/** Everything that stands between the edits and their merge into the edition as it is now. */
export function conflictsOf(edits: readonly EditRecord[], ground: Ground): Conflict[] {
  const texts = edits.flatMap((edit) => {
    const join = joinTexts(edit);
    return join.ok ? [] : join.conflicts;
  });
  const known = new Set(texts.map(({ editId }) => editId));
  const { obstacles } = planMerge(edits, ground, (edit) => (edit.proposed ?? edit.current)?.revisionId ?? '');
  return [...texts, ...obstacles.filter(({ editId }) => !known.has(editId)).flatMap((one) => conflictOf(one, edits))];
}

function conflictOf({ editId, field }: Obstacle, edits: readonly EditRecord[]): Conflict[] {
  const edit = edits.find(({ id }) => id === editId);
  if (edit === undefined) return [];
  return [
    field === 'entry'
      ? entryConflict(edit)
      : { ...entryConflict(edit), field, base: null, current: null, proposed: null },
  ];
}
