import { useCallback, useEffect, useState } from 'react';

const STEP = 60;

/**
 * Draws a long list as it is read: the first items at once, more when the end comes near. `sentinel` goes on an element
 * after the last item.
 */
export function useGrowing<T>(
  items: readonly T[],
  key: string,
): { shown: readonly T[]; sentinel: (node: Element | null) => void } {
  const [count, setCount] = useState(STEP);
  useEffect(() => setCount(STEP), [key]);
  const [node, setNode] = useState<Element | null>(null);
  const more = count < items.length;
  useEffect(() => {
    if (node === null || !more) return;
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setCount((now) => now + STEP);
      },
      { rootMargin: '1500px' },
    );
    observer.observe(node);
    return () => observer.disconnect();
  }, [node, more, count]);
  const sentinel = useCallback((next: Element | null) => setNode(next), []);
  return { shown: more ? items.slice(0, count) : items, sentinel };
}
