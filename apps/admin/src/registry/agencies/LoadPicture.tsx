import { useState, type CSSProperties } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { agencyLoadQuery, editionsQuery } from '../../api/queries.ts';
import type { AgencyLoad } from '../../api/types.ts';
import { EmptyState, ErrorState, Loading } from '../../desk/states.tsx';
import { useT } from '../../i18n/use-t.ts';
import { shade } from './shade.ts';

/** Entries by agency and chapter, as a table whose cells are the darker the more there are; the number says it all. */
export function LoadPicture() {
  const t = useT();
  const editions = useQuery(editionsQuery()).data?.items ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const editionId = chosen ?? editions[0]?.id ?? '';
  const query = useQuery(agencyLoadQuery(editionId));
  return (
    <section className="page load" aria-labelledby="load-title">
      <div className="page-head">
        <h2 id="load-title">{t('load.title')}</h2>
        <select
          className="select"
          aria-label={t('load.edition')}
          value={editionId}
          onChange={(event) => setChosen(event.target.value)}
        >
          {editions.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <p className="soft registry-intro">{t('load.hint')}</p>
      {query.isPending && <Loading />}
      {query.isError && <ErrorState inline error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess &&
        (query.data.rows.length === 0 ? (
          <EmptyState inline title={t('load.none')} />
        ) : (
          <LoadTable load={query.data} editionId={editionId} />
        ))}
    </section>
  );
}

function LoadTable({ load: { chapters, rows }, editionId }: { readonly load: AgencyLoad; readonly editionId: string }) {
  const t = useT();
  const most = Math.max(...rows.flatMap(({ counts }) => counts));
  return (
    // A region that scrolls has to be reached by keyboard.
    <div className="sheet load-scroll" role="region" aria-labelledby="load-title" tabIndex={0}>
      <table className="load-table" lang="zh-CN">
        <thead>
          <tr>
            <th scope="col">{t('load.agency')}</th>
            {chapters.map(({ key, number, title }) => (
              <th key={key} scope="col" title={title}>
                <span className="soft">{number}</span> {title}
              </th>
            ))}
            <th scope="col">{t('load.total')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ counts, entries, id, name }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/agencies/${id}`}>{name}</Link>
              </th>
              {chapters.map(({ key, title }, index) => (
                <LoadCell key={key} count={counts[index] ?? 0} most={most} agency={name} chapter={title} />
              ))}
              <td className="load-total">
                <Link to={`/editions/${editionId}?agency=${encodeURIComponent(name)}`}>{entries}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly count: number;
  readonly most: number;
  readonly agency: string;
  readonly chapter: string;
}

function LoadCell({ count, most, agency, chapter }: CellProps) {
  const t = useT();
  // A custom property, which React's types do not know.
  const style = { '--shade': `${shade(count, most)}%` } as CSSProperties;
  return (
    <td style={style} title={t('load.cell', { agency, chapter, count })}>
      {count === 0 ? <span className="sr-only">0</span> : count}
    </td>
  );
}
