import { useQuery } from '@tanstack/react-query';
import { checklistQuery } from '../api/queries.ts';
import { Chip } from '../desk/Chip.tsx';
import { ErrorState, Loading } from '../desk/states.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { ChecklistLinks, ItemCount } from './checklist/ChecklistLinks.tsx';

const MOST_LINKS = 8;

interface Props {
  readonly editionId: string;
  /** Codes that the act itself settles. */
  readonly settled?: readonly string[];
}

/** What stands against publication, each with a way to where it is settled. */
export function ChecklistView({ editionId, settled = [] }: Props) {
  const t = useT();
  const word = useWord();
  const checklist = useQuery({ ...checklistQuery(editionId), staleTime: 0 });
  if (checklist.isPending) return <Loading />;
  if (checklist.isError) return <ErrorState inline error={checklist.error} retry={() => void checklist.refetch()} />;
  const open = checklist.data.items.filter(({ code, count }) => count > 0 && !settled.includes(code));
  return (
    <section aria-label={t('edition.checklist')}>
      <h3 className="label">{t('edition.checklist')}</h3>
      {open.length === 0 && <p>{t('edition.checklistClear')}</p>}
      {open.map((item) => (
        <div className="card" key={item.code}>
          <div className="row">
            <Chip tone={item.blocking ? 'bad' : 'warn'}>
              {item.blocking ? t('edition.blocking') : t('edition.notBlocking')}
            </Chip>
            <span>
              {word('checklist', item.code, t('finding.unknown'))}
              <ItemCount count={item.count} />
            </span>
          </div>
          <ChecklistLinks item={item} editionId={editionId} most={MOST_LINKS} />
        </div>
      ))}
    </section>
  );
}
