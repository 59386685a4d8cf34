import { PROVISION_KEYS, type ProvisionKey, type Provisions } from '@dingben/outline';
import type { Conflict, ConflictField, EditRecord } from '../model.js';

/** What an edit's service will show: the very text that was approved, what stands already, or both joined. */
export type JoinedText =
  | { readonly use: 'proposed' }
  | { readonly use: 'current' }
  | { readonly use: 'joined'; readonly title: string; readonly provisions: Provisions | null };

export type Join =
  { readonly ok: true; readonly text: JoinedText } | { readonly ok: false; readonly conflicts: readonly Conflict[] };

/**
 * Joins what an edit proposes with what the edition shows by now, provision by provision against their common base. One
 * provision changed on both sides is a conflict even where a three-way merge of its text would succeed: nobody has
 * approved the sentence that it would produce.
 */
export function joinTexts(edit: EditRecord): Join {
  const { base, current, proposed } = edit;
  if (edit.kind === 'add') return { ok: true, text: { use: 'proposed' } };
  if (base === null || current === null) return refused([entryConflict(edit)]);
  if (edit.kind === 'remove') {
    return current.contentHash === base.contentHash
      ? { ok: true, text: { use: 'current' } }
      : refused([entryConflict(edit)]);
  }
  if (proposed === null || current.contentHash === proposed.contentHash) return { ok: true, text: { use: 'current' } };
  if (current.contentHash === base.contentHash) return { ok: true, text: { use: 'proposed' } };
  if ((base.provisions === null) !== (current.provisions === null)) return refused([entryConflict(edit)]);
  const title = joinField(base.title, current.title, proposed.title);
  const provisions = joinProvisions(base.provisions, current.provisions, proposed.provisions);
  const conflicts: Conflict[] = provisions.clashes.map((key) =>
    textConflict(edit, key, base.provisions?.[key], current.provisions?.[key], proposed.provisions?.[key]),
  );
  if (title === null) conflicts.unshift(textConflict(edit, 'title', base.title, current.title, proposed.title));
  if (title === null || conflicts.length > 0) return refused(conflicts);
  return { ok: true, text: { use: 'joined', title, provisions: provisions.joined } };
}

/** An edit whose entry is no longer as it was: gone, or no longer the text that was to be removed. */
export function entryConflict({ id, serviceId, base, current, proposed }: EditRecord): Conflict {
  const title = (text: { readonly title: string } | null): string | null => text?.title ?? null;
  return {
    editId: id,
    serviceId,
    field: 'entry',
    base: title(base),
    current: title(current),
    proposed: title(proposed),
  };
}

function refused(conflicts: readonly Conflict[]): Join {
  return { ok: false, conflicts };
}

/** The one text that both sides can stand on; null where both changed it, and differently. */
function joinField(base: string, current: string, proposed: string): string | null {
  if (proposed === base || proposed === current) return current;
  return current === base ? proposed : null;
}

function joinProvisions(
  base: Provisions | null,
  current: Provisions | null,
  proposed: Provisions | null,
): { readonly joined: Provisions | null; readonly clashes: readonly ProvisionKey[] } {
  if (base === null || current === null || proposed === null) return { joined: current, clashes: [] };
  const texts = PROVISION_KEYS.map((key) => [key, joinField(base[key], current[key], proposed[key])] as const);
  const clashes = texts.filter(([, text]) => text === null).map(([key]) => key);
  const joined = Object.fromEntries(texts.map(([key, text]) => [key, text ?? '']));
  // Object.fromEntries forgets its keys; they are the five of PROVISION_KEYS.
  return { joined: joined as Provisions, clashes };
}

function textConflict(
  { id, serviceId }: EditRecord,
  field: ConflictField,
  base: string | undefined,
  current: string | undefined,
  proposed: string | undefined,
): Conflict {
  return { editId: id, serviceId, field, base: base ?? null, current: current ?? null, proposed: proposed ?? null };
}
