import { useEffect, useRef, type RefObject } from 'react';

/**
 * For the button that opens a form: it has the focus again when the form has closed, and what was focused in it is gone with it.
 * Whoever goes by keyboard goes on from there, not from the top of the page.
 *
 * @param open whether the form is there
 */
export function useFocusBack<E extends HTMLElement>(open: boolean): RefObject<E | null> {
  const opener = useRef<E>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open && document.activeElement === document.body)
      opener.current?.focus({ preventScroll: true });
    wasOpen.current = open;
  }, [open]);
  return opener;
}
