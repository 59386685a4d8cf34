import { createContext, useContext } from 'react';

/** Both sides of the comparison on show, as its address names them. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

export const SidesContext = createContext<Sides>({ before: '', after: '' });

export function useSides(): Sides {
  return useContext(SidesContext);
}
