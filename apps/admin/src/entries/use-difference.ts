import { useStore } from 'ra-core';
import { useQuery } from '@tanstack/react-query';
import { entryQuery } from '../api/queries.ts';
import type { Edition, Entry } from '../api/types.ts';

export interface DifferenceView {
  /** From the edition that this one is based on: same text, other text, or an entry that it did not have. */
  readonly kind: 'none' | 'same' | 'differs' | 'new';
  readonly baseLabel: string;
  readonly shown: boolean;
  readonly setShown: (shown: boolean) => void;
  /** The entry in the base edition, when its difference is to be shown. */
  readonly before: Pick<Entry, 'title' | 'provisions'> | null;
}

/** What an entry was in the edition that this one was forked from. */
export function useDifference(edition: Edition | undefined, entry: Entry): DifferenceView {
  const [shown, setShown] = useStore('reading.difference', true);
  const base = edition?.basedOn ?? null;
  const isNew = base !== null && entry.baseRevisionId === null;
  const differs = base !== null && !isNew && entry.baseRevisionId !== entry.revision.id;
  const query = useQuery({ ...entryQuery(base?.id ?? '', entry.serviceId), enabled: differs && shown });
  const kind = base === null ? 'none' : isNew ? 'new' : differs ? 'differs' : 'same';
  return {
    kind,
    baseLabel: base?.label ?? '',
    shown,
    setShown,
    before: differs && shown ? (query.data ?? null) : null,
  };
}
