import { createContext, useContext, type RefObject } from 'react';

/** Both sides of the comparison on show, as its address names them. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

export const SidesContext = createContext<Sides>({ before: '', after: '' });

/** Goes on to the change behind the one that the reader is at. Always the same reference, so that no row is drawn anew for it. */
export const NextContext = createContext<RefObject<() => void>>({ current: () => undefined });

export function useSides(): Sides {
  return useContext(SidesContext);
}
