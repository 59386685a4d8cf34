import { useEffect, useRef } from 'react';

export type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Keys for the whole page: `j`, `?`, or `mod+k` (Ctrl, ⌘). Single keys rest while the person types, while a dialog is open
 * and while an input method composes.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.altKey || event.defaultPrevented) return;
      const modified = event.ctrlKey || event.metaKey;
      const act = latest.current[(modified ? 'mod+' : '') + event.key.toLowerCase()];
      if (act === undefined || (!modified && isTyping(event.target))) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector('[role=dialog]') !== null) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
