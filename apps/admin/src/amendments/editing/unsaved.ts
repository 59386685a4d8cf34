import type { EntryText } from './form.ts';

/** Text that a person typed and has not saved, kept on this computer. */
export interface Unsaved {
  readonly text: EntryText;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface KeptText extends Unsaved {
  /** Under which it is kept. */
  readonly key: string;
}

export interface UnsavedPlace {
  readonly personId: string;
  readonly amendmentId: string;
  readonly serviceId: string;
  /** The revision that the text was to replace; `new` for an added entry. */
  readonly base: string;
}

const PREFIX = 'dingben.unsaved';

function prefixOf({ personId, amendmentId, serviceId, base }: UnsavedPlace): string {
  return [PREFIX, personId, amendmentId, serviceId, base].join(':');
}

/** A key for one form: two tabs of a person do not write over each other. */
export function newKey(place: UnsavedPlace): string {
  return `${prefixOf(place)}:${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
}

/** A full or forbidden storage must not stop a person from typing: then nothing is kept, and leaving asks all the same. */
export function keepUnsaved(key: string, unsaved: Unsaved): void {
  try {
    localStorage.setItem(key, JSON.stringify(unsaved));
  } catch {
    return;
  }
}

/** All that is kept of a place, the latest first. */
export function unsavedAt(place: UnsavedPlace): KeptText[] {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(place)));
    // Written by keepUnsaved alone; anything else under the key fails here or shows as empty fields.
    const kept = keys.map((key) => ({ ...(JSON.parse(localStorage.getItem(key) ?? '') as Unsaved), key }));
    return kept.sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

export function dropUnsaved(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    return;
  }
}
