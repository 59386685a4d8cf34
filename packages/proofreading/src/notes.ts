import type { Note, Passage, Rule } from './model.ts';

/** A note with the passage where it was made. */
export interface PlacedNote extends Note {
  readonly entry: string | undefined;
  readonly provision: Passage['provision'];
}

/** What the rules noted in an edition, by code and key. */
export interface Notes {
  /** In document order. */
  readonly of: (code: string, key: string) => readonly PlacedNote[];
}

const NONE: readonly PlacedNote[] = [];

export const NO_NOTES: Notes = { of: () => NONE };

/** Everything that the rules keep of these passages, which come in document order. */
export function notesOf(passages: readonly Passage[], rules: readonly Rule[]): Notes {
  const kept = new Map<string, PlacedNote[]>();
  for (const passage of passages) {
    for (const { code, note, reads } of rules) {
      if (note === undefined || !reads.includes(passage.provision ?? 'title')) continue;
      for (const each of note(passage)) {
        const key = `${code} ${each.key}`;
        const placed = { ...each, entry: passage.entry, provision: passage.provision };
        const list = kept.get(key);
        if (list === undefined) kept.set(key, [placed]);
        else list.push(placed);
      }
    }
  }
  return { of: (code, key) => kept.get(`${code} ${key}`) ?? NONE };
}

/** The notes of an edition in which some entries read otherwise: what was noted there is left out, and `own` put in. */
export function withEntries(edition: Notes, entries: ReadonlySet<string>, own: Notes): Notes {
  const asked = new Map<string, readonly PlacedNote[]>();
  return {
    of: (code, key) => {
      const id = `${code} ${key}`;
      const known = asked.get(id);
      if (known !== undefined) return known;
      const notes = [...edition.of(code, key).filter(({ entry }) => !entries.has(entry ?? '')), ...own.of(code, key)];
      asked.set(id, notes);
      return notes;
    },
  };
}
