import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { editionsQuery } from '../api/queries.ts';
import type { EditionSummary } from '../api/types.ts';
import { Chip, EditionStateChip } from '../desk/Chip.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { Where } from '../layout/slots.tsx';
import { useTitle } from '../layout/use-title.ts';
import { comparisonAddress, editionAddress } from './address.ts';

/** The editions of every standard, newest first. */
export default function EditionList() {
  const t = useT();
  const query = useQuery(editionsQuery());
  useTitle(t('edition.list'));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const titles = [...new Set(query.data.items.map(({ standardTitle }) => standardTitle))];
  return (
    <div className="page">
      <Where>
        <b>{t('edition.list')}</b>
      </Where>
      <h1 className="sr-only">{t('edition.list')}</h1>
      {titles.length === 0 && <EmptyState title={t('edition.empty')} />}
      {titles.map((title) => (
        <section key={title} style={{ marginBottom: 30 }}>
          <div className="page-head">
            <h2 style={{ font: '700 20px/1.5 var(--serif)', margin: 0 }}>{title}</h2>
          </div>
          <EditionTable editions={query.data.items.filter((edition) => edition.standardTitle === title)} />
        </section>
      ))}
    </div>
  );
}

const COLUMNS = ['label', 'state', 'entries', 'changed', 'amendments', 'findings', 'effectiveDate'] as const;

function EditionTable({ editions }: { readonly editions: readonly EditionSummary[] }) {
  const t = useT();
  return (
    <table className="plain lines sheet">
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(`edition.${name}`)}
            </th>
          ))}
          <th scope="col">
            <span className="sr-only">{t('edition.compare')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {editions.map((edition) => (
          <EditionRow key={edition.id} edition={edition} />
        ))}
      </tbody>
    </table>
  );
}

function EditionRow({ edition }: { readonly edition: EditionSummary }) {
  const t = useT();
  const word = useWord();
  const { date, number, time } = useFormat();
  const { basedOn, counts, head } = edition;
  return (
    <tr>
      <th scope="row" style={{ font: 'inherit', color: 'inherit' }}>
        <Link to={editionAddress(edition.id)} style={{ fontWeight: 600 }}>
          {edition.label}
        </Link>{' '}
        {edition.kind !== 'final' && <Chip tone="plain">{word('editionKind', edition.kind)}</Chip>}
        <div className="soft small">
          {basedOn !== null && `${t('edition.basedOn')} ${basedOn.label} · `}
          {t('edition.head', { number: head.number })} · {time(head.at)}
        </div>
      </th>
      <td>
        <EditionStateChip state={edition.state} />
      </td>
      <td>{number(counts.entries)}</td>
      <td>{number(counts.changed)}</td>
      <td>{number(counts.openAmendments)}</td>
      <td>{number(counts.openFindings)}</td>
      <td>{edition.effectiveDate === null ? '—' : date(edition.effectiveDate)}</td>
      <td>{basedOn !== null && <Link to={comparisonAddress(basedOn.id, edition.id)}>{t('edition.compare')}</Link>}</td>
    </tr>
  );
}
