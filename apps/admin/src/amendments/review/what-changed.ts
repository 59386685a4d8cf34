import type { Amendment, Edit } from '../../api/amendment-types.ts';
import { titleOf } from './changes.ts';

/** What became different between the amendment that a person has before them and the one that is there now. */
export type Change =
  | { readonly code: 'state'; readonly from: Amendment['state']; readonly to: Amendment['state'] }
  | { readonly code: 'title' | 'reasonClass' | 'rationale' | 'legalBasis' | 'authors' | 'approvals' }
  | { readonly code: 'edit-added' | 'edit-dropped' | 'edit-changed'; readonly entry: string };

const DETAILS = ['title', 'reasonClass', 'rationale', 'legalBasis', 'approvals'] as const;

export function whatChanged(seen: Amendment, now: Amendment): Change[] {
  const changes: Change[] = [];
  if (seen.state !== now.state) changes.push({ code: 'state', from: seen.state, to: now.state });
  for (const code of DETAILS) if (seen[code] !== now[code]) changes.push({ code });
  const people = (amendment: Amendment) => amendment.authors.map(({ id }) => id).join();
  if (people(seen) !== people(now)) changes.push({ code: 'authors' });
  const before = new Map(seen.edits.map((edit) => [edit.id, edit]));
  for (const edit of now.edits) {
    const old = before.get(edit.id);
    before.delete(edit.id);
    if (old === undefined) changes.push({ code: 'edit-added', entry: nameOf(edit) });
    else if (old.version !== edit.version) changes.push({ code: 'edit-changed', entry: nameOf(edit) });
  }
  for (const edit of before.values()) changes.push({ code: 'edit-dropped', entry: nameOf(edit) });
  return changes;
}

export function nameOf(edit: Pick<Edit, 'number' | 'base' | 'current' | 'proposed'>): string {
  return [edit.number, titleOf(edit)].filter((part) => part !== null && part !== '').join(' ');
}
