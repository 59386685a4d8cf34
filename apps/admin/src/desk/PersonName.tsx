import type { PersonRef } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';

export function PersonName({ person }: { readonly person: PersonRef | null }) {
  return <span>{person?.name ?? '—'}</span>;
}

/** Several persons in one line. */
export function PersonNames({ persons }: { readonly persons: readonly PersonRef[] }) {
  const { list } = useFormat();
  return <span className="short">{persons.length === 0 ? '—' : list(persons.map(({ name }) => name))}</span>;
}
