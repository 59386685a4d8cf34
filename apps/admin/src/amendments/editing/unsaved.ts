import type { EntryText } from './form.ts';

/** Text that a person typed and has not saved, kept on this computer. */
export interface Unsaved {
  readonly text: EntryText;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface UnsavedPlace {
  readonly personId: string;
  readonly amendmentId: string;
  readonly serviceId: string;
  /** The revision that the text was to replace; `new` for an added entry. */
  readonly base: string;
}

const PREFIX = 'dingben.unsaved';

function keyOf({ personId, amendmentId, serviceId, base }: UnsavedPlace): string {
  return [PREFIX, personId, amendmentId, serviceId, base].join(':');
}

/** A full or forbidden storage must not stop a person from typing: then nothing is kept, and leaving asks all the same. */
export function keepUnsaved(place: UnsavedPlace, unsaved: Unsaved): void {
  try {
    localStorage.setItem(keyOf(place), JSON.stringify(unsaved));
  } catch {
    return;
  }
}

export function unsavedAt(place: UnsavedPlace): Unsaved | null {
  try {
    const kept = localStorage.getItem(keyOf(place));
    // Written by keepUnsaved alone; anything else under the key fails here or shows as empty fields.
    return kept === null ? null : (JSON.parse(kept) as Unsaved);
  } catch {
    return null;
  }
}

export function dropUnsaved(place: UnsavedPlace): void {
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    return;
  }
}
