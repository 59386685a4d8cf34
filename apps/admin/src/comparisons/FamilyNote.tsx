import type { ComparedEntry } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';

type Parts = NonNullable<ComparedEntry['split']>['parts'];

/** What an entry became, or what became it, and whether it is an item now: the other lines of it by their numbers. */
export function FamilyNote({ entry }: { readonly entry: ComparedEntry }) {
  const t = useT();
  const { list } = useFormat();
  const { after, became, before, merged, split } = entry;
  const numbers = (parts: Parts) => list(parts.map(({ number }) => number));
  const notes: string[] = [];
  if (split?.goesOn === true) notes.push(t('comparing.splitInto', { numbers: numbers(split.parts) }));
  if (split?.goesOn === false) notes.push(t('comparing.splitFrom', { number: before?.number, title: before?.title }));
  if (merged?.goesOn === true) notes.push(t('comparing.mergedFrom', { numbers: numbers(merged.parts) }));
  if (merged?.goesOn === false) notes.push(t('comparing.mergedInto', { number: after?.number, title: after?.title }));
  if (became !== undefined) notes.push(t(`comparing.became.${became}`));
  return notes.map((note) => (
    <small key={note} className="soft">
      {note}
    </small>
  ));
}
