import { useEffect } from 'react';

/** Names the page in the browser's tab and history, and to a screen reader. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined || title === '' ? '定本' : `${title} · 定本`;
  }, [title]);
}
