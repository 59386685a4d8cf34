import { useEffect, type RefObject } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router-dom';

/** How long a page may take until it is as long again as it was. */
const WAIT_MS = 3_000;
const ACTS = ['wheel', 'pointerdown', 'keydown'] as const;

/** How far the page was scrolled at each step of the way. */
const kept = new Map<string, number>();

/** What scrolls: the paper on the desk, or the desk itself. A browser only brings back where its own window stood. */
function scrollerIn(main: HTMLElement): HTMLElement {
  return main.querySelector<HTMLElement>('.paper') ?? main;
}

/** A step back or forward leads to the place on the page that was left, as soon as the page is long enough again. */
export function useScrollKept(frame: RefObject<HTMLElement | null>): void {
  const { key } = useLocation();
  const type = useNavigationType();
  useEffect(() => {
    const main = frame.current;
    if (main === null) return;
    const leave = type === NavigationType.Pop ? bringBack(main, kept.get(key) ?? 0) : () => undefined;
    const keep = () => kept.set(key, scrollerIn(main).scrollTop);
    main.addEventListener('scroll', keep, { capture: true, passive: true });
    return () => {
      leave();
      main.removeEventListener('scroll', keep, { capture: true });
    };
  }, [frame, key, type]);
}

/** @returns a function that gives up; so does whatever the person does meanwhile. */
function bringBack(main: HTMLElement, top: number): () => void {
  const until = performance.now() + WAIT_MS;
  let request = 0;
  const stop = () => {
    window.cancelAnimationFrame(request);
    for (const act of ACTS) main.removeEventListener(act, stop);
  };
  const look = () => {
    const scroller = scrollerIn(main);
    if (scroller.scrollHeight - scroller.clientHeight >= top) {
      scroller.scrollTop = top;
      stop();
    } else if (performance.now() < until) request = window.requestAnimationFrame(look);
  };
  if (top === 0) return stop;
  for (const act of ACTS) main.addEventListener(act, stop, { passive: true });
  request = window.requestAnimationFrame(look);
  return stop;
}
