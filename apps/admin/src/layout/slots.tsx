import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

export interface Slots {
  readonly where: HTMLElement | null;
  readonly actions: HTMLElement | null;
}

export const SlotsContext = createContext<Slots>({ where: null, actions: null });

/** Puts a page's place (standard ／ edition, state, counts) into the header. */
export function Where({ children }: { readonly children: ReactNode }) {
  const { where } = useContext(SlotsContext);
  return where === null ? null : createPortal(children, where);
}

/** Puts a page's own buttons into the header. */
export function Actions({ children }: { readonly children: ReactNode }) {
  const { actions } = useContext(SlotsContext);
  return actions === null ? null : createPortal(children, actions);
}
