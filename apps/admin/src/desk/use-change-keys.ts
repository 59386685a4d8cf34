import { useCallback, useEffect, useState, type RefObject } from 'react';
import { useShortcuts } from '../layout/use-shortcuts.ts';

const CHANGE = '[data-change]';

export interface ChangePosition {
  /** Counts from 1; 0 before the first step. */
  readonly at: number;
  readonly next: () => void;
  readonly previous: () => void;
}

/**
 * J and K go from change to change: whatever carries `data-change` within `root`, in document order. The change that is reached
 * gets the focus and `data-current`.
 *
 * @param key names what is on show; another one starts again.
 */
export function useChangeKeys(root: RefObject<HTMLElement | null>, key: string): ChangePosition {
  const [at, setAt] = useState(0);
  useEffect(() => setAt(0), [key]);
  const step = useCallback(
    (by: 1 | -1) => {
      const changes = [...(root.current?.querySelectorAll<HTMLElement>(CHANGE) ?? [])];
      const now = Math.min(Math.max(placeOf(changes, at, by) + by, 1), changes.length);
      const change = changes[now - 1];
      if (change === undefined) return;
      for (const other of changes) delete other.dataset['current'];
      change.dataset['current'] = '';
      change.tabIndex = -1;
      change.focus({ preventScroll: true });
      change.scrollIntoView({ block: 'center' });
      setAt(now);
    },
    [at, root],
  );
  const next = useCallback(() => step(1), [step]);
  const previous = useCallback(() => step(-1), [step]);
  useShortcuts({ j: next, k: previous });
  return { at, next, previous };
}

/** Where the reader is, from 1: rows may have gone meanwhile. Where the current one has, the one behind it has its place. */
function placeOf(changes: readonly HTMLElement[], at: number, by: 1 | -1): number {
  const current = changes.findIndex((change) => change.dataset['current'] !== undefined);
  if (current >= 0) return current + 1;
  return at > 0 && by === 1 ? at - 1 : at;
}
