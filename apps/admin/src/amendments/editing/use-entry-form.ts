import { useEffect, useRef, useState } from 'react';
import { sameText, withValue, type EntryText, type FieldName } from './form.ts';
import { dropUnsaved, keepUnsaved, newKey, unsavedAt, type KeptText, type UnsavedPlace } from './unsaved.ts';

const KEEP_AFTER_MS = 400;

export interface EntryForm {
  readonly text: EntryText;
  /** What the API holds, as far as the form knows. */
  readonly saved: EntryText;
  readonly dirty: boolean;
  /** Text of an earlier visit that was never saved, until the person restores or drops it. */
  readonly offered: KeptText | null;
  readonly change: (field: FieldName, value: string) => void;
  /** What the API holds now; what is in the form stays. */
  readonly rebase: (saved: EntryText) => void;
  /** A text that was made of what is in the form and of what the API holds now. */
  readonly take: (text: EntryText, saved: EntryText) => void;
  readonly discard: () => void;
  /** Puts it into the form; what was typed there meanwhile is offered in its place. */
  readonly restore: () => void;
  readonly drop: () => void;
}

/**
 * The text in the form against the text that is saved. It starts from what it is first given and follows no refetch;
 * what differs is kept on this computer until it is saved or discarded.
 */
export function useEntryForm(place: UnsavedPlace, initial: EntryText): EntryForm {
  const [key] = useState(() => newKey(place));
  const [saved, setSaved] = useState(initial);
  const [text, setText] = useState(initial);
  const [offers, setOffers] = useState(() => unsavedAt(place).filter((kept) => !sameText(kept.text, initial)));
  const dirty = !sameText(text, saved);
  useKept(key, text, dirty);
  const [offered] = offers;
  return {
    text,
    saved,
    dirty,
    offered: offered ?? null,
    change: (field, value) => setText((now) => withValue(now, field, value)),
    rebase: setSaved,
    take: (made, now) => {
      setSaved(now);
      setText(made);
    },
    discard: () => setText(saved),
    restore: () => {
      if (offered === undefined) return;
      const typed = { key: offered.key, text, at: Date.now() };
      if (dirty) keepUnsaved(offered.key, typed);
      else dropUnsaved(offered.key);
      setOffers(dirty ? [typed, ...offers.slice(1)] : offers.slice(1));
      setText(offered.text);
    },
    drop: () => {
      if (offered === undefined) return;
      dropUnsaved(offered.key);
      setOffers(offers.slice(1));
    },
  };
}

/** Keeps what is typed a moment later, and at once when the form goes; what is saved or typed back is kept no longer. */
function useKept(key: string, text: EntryText, dirty: boolean): void {
  const latest = useRef({ text, dirty });
  useEffect(() => {
    latest.current = { text, dirty };
    if (!dirty) {
      dropUnsaved(key);
      return;
    }
    const timer = window.setTimeout(() => keepUnsaved(key, { text, at: Date.now() }), KEEP_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [key, text, dirty]);
  useEffect(() => {
    const keep = () => {
      if (latest.current.dirty) keepUnsaved(key, { text: latest.current.text, at: Date.now() });
    };
    window.addEventListener('pagehide', keep);
    return () => {
      window.removeEventListener('pagehide', keep);
      keep();
    };
  }, [key]);
}
