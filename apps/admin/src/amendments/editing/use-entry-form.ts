import { useEffect, useState } from 'react';
import { dropUnsaved, keepUnsaved, unsavedAt, type Unsaved, type UnsavedPlace } from './unsaved.ts';
import { sameText, withValue, type EntryText, type FieldName } from './form.ts';

const KEEP_AFTER_MS = 400;

export interface EntryForm {
  readonly text: EntryText;
  readonly dirty: boolean;
  /** Text of an earlier visit that was never saved, until the person restores or drops it. */
  readonly offered: Unsaved | null;
  readonly change: (field: FieldName, value: string) => void;
  readonly replace: (text: EntryText) => void;
  /** What the API holds now; what is in the form stays. */
  readonly rebase: (saved: EntryText) => void;
  readonly discard: () => void;
  readonly restore: () => void;
  readonly drop: () => void;
}

/**
 * The text in the form against the text that is saved. It starts from what it is first given and follows no refetch;
 * what differs is kept on this computer until it is saved or discarded.
 */
export function useEntryForm(place: UnsavedPlace, initial: EntryText): EntryForm {
  const [where] = useState(place);
  const [saved, setSaved] = useState(initial);
  const [text, setText] = useState(initial);
  const [offered, setOffered] = useState<Unsaved | null>(() => {
    const kept = unsavedAt(place);
    return kept === null || sameText(kept.text, initial) ? null : kept;
  });
  const dirty = !sameText(text, saved);
  useEffect(() => {
    if (!dirty) return;
    const timer = window.setTimeout(() => keepUnsaved(where, { text, at: Date.now() }), KEEP_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [where, text, dirty]);
  const settle = (settled: EntryText) => {
    setSaved(settled);
    setOffered(null);
    dropUnsaved(where);
  };
  return {
    text,
    dirty,
    offered,
    change: (field, value) => setText((now) => withValue(now, field, value)),
    replace: setText,
    rebase: settle,
    discard: () => {
      setText(saved);
      settle(saved);
    },
    restore: () => {
      if (offered !== null) setText(offered.text);
      setOffered(null);
    },
    drop: () => {
      setOffered(null);
      dropUnsaved(where);
    },
  };
}
