import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { checklistQuery } from '../api/queries.ts';
import { Chip } from '../desk/Chip.tsx';
import { ErrorState, Loading } from '../desk/states.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { linkAddress } from './checklist/link-address.ts';

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
      {open.map(({ code, blocking, count, links }) => (
        <div className="card" key={code}>
          <div className="row">
            <Chip tone={blocking ? 'bad' : 'warn'}>{blocking ? t('edition.blocking') : t('edition.notBlocking')}</Chip>
            <span>
              {word('checklist', code, t('finding.unknown'))}（{count}）
            </span>
          </div>
          {links.length > 0 && (
            <ul style={{ margin: '6px 0 0', paddingLeft: 20 }}>
              {links.slice(0, 8).map((link) => (
                <li key={link.id}>
                  <Link to={linkAddress(link, code, editionId)}>{link.label}</Link>
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </section>
  );
}
