import type { Context, Note, Seen } from './model.ts';
import type { PlacedNote } from './notes.ts';

export interface Preferred {
  readonly form: string;
  /** More common than any other: not merely the first of equals. */
  readonly certain: boolean;
  /** The first note of this form, and the first of the next most common one. */
  readonly first: PlacedNote;
  readonly next: PlacedNote;
}

/** Counted once for a list: a text of 5,000 citations of one document asks 5,000 times. */
const counted = new WeakMap<readonly PlacedNote[], Preferred | null>();

/** The form that most notes have; of equals the one that stands first. Null where all are written alike. */
export function preferredForm(notes: readonly PlacedNote[]): Preferred | null {
  let preferred = counted.get(notes);
  if (preferred === undefined) {
    preferred = count(notes);
    counted.set(notes, preferred);
  }
  return preferred;
}

function count(notes: readonly PlacedNote[]): Preferred | null {
  const forms = new Map<string, { count: number; note: PlacedNote }>();
  for (const note of notes) {
    const seen = forms.get(note.form);
    if (seen === undefined) forms.set(note.form, { count: 1, note });
    else seen.count++;
  }
  // Sorting is stable, so the first of equals stays the first.
  const [first, next] = [...forms.values()].sort((a, b) => b.count - a.count);
  if (first === undefined || next === undefined) return null;
  return { form: first.note.form, certain: first.count > next.count, first: first.note, next: next.note };
}

/** Where a passage writes one thing otherwise than most of the edition does. The repair is certain where most agree. */
export function variants(code: string, own: readonly Note[], { notes }: Context): Seen[] {
  return own.flatMap(({ key, form, start, end }) => {
    const preferred = preferredForm(notes.of(code, key));
    if (preferred === null || preferred.form === form) return [];
    const params = { other: preferred.form };
    return [{ start, end, params, ...(preferred.certain && { fix: preferred.form }) }];
  });
}

/** The note that a deviating form is held against; null where the form is the preferred one. */
export function opposite(preferred: Preferred | null, form: string): PlacedNote | null {
  if (preferred === null) return null;
  if (preferred.form !== form) return preferred.first;
  return preferred.certain ? null : preferred.next;
}
