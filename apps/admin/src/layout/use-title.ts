import { useEffect } from 'react';

const PRODUCT = '定本';

/** Names the page in the browser's tab and history, and to a screen reader. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined || title === '' ? PRODUCT : `${title} · ${PRODUCT}`;
    // What comes next may have no title of its own, or be slow to load.
    return () => {
      document.title = PRODUCT;
    };
  }, [title]);
}
