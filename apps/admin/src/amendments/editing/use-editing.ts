import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import { amendmentQuery } from '../../api/queries.ts';
import { isClosed } from '../states.ts';

/** What is being edited: an entry of the edition, or an edit that the amendment holds already. */
export interface Target {
  /** Changes when another text is opened, and not while one is worked on. */
  readonly key: string;
  readonly serviceId: string;
  /** What the amendment held when the form was opened; null for the first edit of an entry. */
  readonly edit: Edit | null;
}

export interface Editing {
  readonly amendment: Amendment | null;
  /** The amendment that can be changed: none when the one that was taken up is closed. */
  readonly writable: Amendment | null;
  /** What the amendment still proposes for the entry on show. */
  readonly edit: Edit | null;
  readonly target: Target | null;
  /** Takes up an amendment; `open` goes on to edit the entry on show. */
  readonly choose: (amendmentId: string, open?: boolean) => void;
  /** Opens an edit of the amendment, or the entry on show. */
  readonly open: (editId?: string) => void;
  readonly close: () => void;
  /** Leaves the amendment; it stays as it is. */
  readonly leave: () => void;
}

const ENTRY = 'entry';

/** The amendment that is worked on stands in the address (`amendment`, `edit`), so that it holds through reading and reloading. */
export function useEditing(editionId: string, serviceId: string | null): Editing {
  const [params, setParams] = useSearchParams();
  const amendmentId = params.get('amendment');
  const asked = params.get('edit');
  const query = useQuery({ ...amendmentQuery(amendmentId ?? ''), enabled: amendmentId !== null });
  const amendment = query.data?.editionId === editionId ? query.data : null;
  const set = (changes: Readonly<Record<string, string | null>>) =>
    setParams((now) => {
      for (const [name, value] of Object.entries(changes)) {
        if (value === null) now.delete(name);
        else now.set(name, value);
      }
      return now;
    });
  const writable = amendment === null || isClosed(amendment) ? null : amendment;
  const edit = writable?.edits.find((one) => one.serviceId === serviceId) ?? null;
  return {
    amendment,
    writable,
    edit,
    target: amendment === null ? null : targetOf(amendment, asked, serviceId),
    choose: (id, open = false) => set({ amendment: id, edit: open ? ENTRY : null }),
    open: (editId = ENTRY) => set({ edit: editId }),
    close: () => set({ edit: null }),
    leave: () => set({ amendment: null, edit: null }),
  };
}

function targetOf(amendment: Amendment, asked: string | null, serviceId: string | null): Target | null {
  if (asked === null) return null;
  if (asked === ENTRY) {
    if (serviceId === null) return null;
    const edit = amendment.edits.find((one) => one.serviceId === serviceId && one.kind === 'revise') ?? null;
    return { key: `${amendment.id} ${serviceId}`, serviceId, edit };
  }
  const edit = amendment.edits.find(({ id }) => id === asked);
  return edit === undefined ? null : { key: `${amendment.id} ${edit.serviceId}`, serviceId: edit.serviceId, edit };
}
