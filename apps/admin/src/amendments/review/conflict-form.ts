import { merge3 } from '@dingben/text-diff';
import { PROVISION_KEYS } from '@dingben/outline';
import type { Conflict, Edit, RevisionText } from '../../api/amendment-types.ts';
import type { EntryText, FieldName } from '../editing/form.ts';
import { fieldOf } from './changes.ts';

/** An edit that cannot be merged as it is, and what has to be decided. */
export interface EditConflict {
  readonly edit: Edit;
  readonly kind: 'texts' | 'gone' | 'removal' | 'place';
  /** Texts that were changed on both sides; empty unless `texts`. */
  readonly fields: readonly FieldName[];
}

export function editConflicts(edits: readonly Edit[], conflicts: readonly Conflict[]): EditConflict[] {
  return edits.flatMap((edit) => {
    const own = conflicts.filter(({ editId }) => editId === edit.id);
    if (own.length === 0) return [];
    const fields = own.flatMap(({ field }): FieldName[] => (field === 'place' || field === 'entry' ? [] : [field]));
    return [{ edit, kind: kindOf(edit, fields, own), fields }];
  });
}

function kindOf({ kind, current }: Edit, fields: readonly FieldName[], own: readonly Conflict[]): EditConflict['kind'] {
  if (fields.length > 0) return 'texts';
  if (own.some(({ field }) => field === 'place')) return 'place';
  return kind === 'remove' && current !== null ? 'removal' : 'gone';
}

export interface Start {
  readonly text: string;
  /** The two changes stand apart and were joined; a person still has to read the result. */
  readonly joined: boolean;
}

/** What the editor of a text begins with: both changes where they stand apart, else the proposed text. */
export function startOf({ base, current, proposed }: Edit, field: FieldName): Start {
  const [old, now, wanted] = [base, current, proposed].map((text) => fieldOf(text, field)) as [string, string, string]; // three in, three out
  if (wanted === old || wanted === now) return { text: now, joined: false };
  if (now === old) return { text: wanted, joined: false };
  const merge = merge3(old, now, wanted);
  return merge.ok ? { text: merge.text, joined: true } : { text: wanted, joined: false };
}

/** The whole text of the entry with what was decided; the other provisions joined by themselves. */
export function resolvedText(edit: Edit, decided: ReadonlyMap<FieldName, string>): EntryText {
  const of = (field: FieldName) => decided.get(field) ?? startOf(edit, field).text;
  const texts: RevisionText | null = edit.current ?? edit.proposed;
  if (texts === null || texts.provisions === null) return { title: of('title'), provisions: null };
  const provisions = Object.fromEntries(PROVISION_KEYS.map((key) => [key, of(key)]));
  // Object.fromEntries forgets its keys; they are the five of PROVISION_KEYS.
  return { title: of('title'), provisions: provisions as NonNullable<EntryText['provisions']> };
}
