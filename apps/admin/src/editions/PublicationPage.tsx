import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { fileAddress } from '../api/client.ts';
import { editionQuery, publicationQuery } from '../api/queries.ts';
import type { Edition, Publication } from '../api/types.ts';
import { useRight } from '../desk/use-me.ts';
import { PersonName } from '../desk/PersonName.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { useTitle } from '../layout/use-title.ts';
import { PlanNotice, WithdrawalNotice } from './checklist/PlanNotice.tsx';
import { checklistAddress, editionAddress } from './address.ts';
import { CHECKED, EditionHeader } from './EditionHeader.tsx';
import { PublicAddress } from './PublicAddress.tsx';

/** The act of publication and its frozen files, with the fingerprints that prove them. */
export default function PublicationPage() {
  const { id = '' } = useParams();
  const t = useT();
  const edition = useQuery(editionQuery(id));
  useTitle(`${t('publication.title')} · ${edition.data?.label ?? ''}`);
  if (edition.isPending) return <Loading />;
  if (edition.isError) return <ErrorState error={edition.error} retry={() => void edition.refetch()} />;
  return (
    <div className="page">
      <EditionHeader edition={edition.data} />
      {edition.data.publication === null ? (
        <NotPublished edition={edition.data} />
      ) : (
        <Published edition={edition.data} />
      )}
    </div>
  );
}

function Published({ edition }: { readonly edition: Edition }) {
  const t = useT();
  const query = useQuery(publicationQuery(edition.id));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      <div className="page-head">
        <h1>
          {edition.label} · {t('publication.title')}
        </h1>
      </div>
      <PlanNotice plan={edition.plan} />
      <WithdrawalNotice publication={query.data} />
      <Facts publication={query.data} />
      <PublicAddress editionId={edition.id} />
      <h2 className="label">{t('publication.files')}</h2>
      <p className="soft small">{t('publication.frozen')}</p>
      <Files publication={query.data} editionId={edition.id} />
      <Bundle editionId={edition.id} />
      <details className="manifest">
        <summary>{t('publication.manifest')}</summary>
        <pre className="hash">{JSON.stringify(query.data.manifest, null, 2)}</pre>
      </details>
    </>
  );
}

function Facts({ publication }: { readonly publication: Publication }) {
  const t = useT();
  const { date, time } = useFormat();
  const rows = [
    [t('publication.number'), publication.number],
    [
      t('publishing.code'),
      <span key="code" className="hash">
        {publication.code ?? '–'}
      </span>,
    ],
    [t('publication.at'), time(publication.at)],
    [t('publication.effectiveDate'), date(publication.effectiveDate)],
    [t('publication.publishedBy'), <PersonName key="by" person={publication.publisher} />],
    [t('publication.requestedBy'), <PersonName key="asked" person={publication.requestedBy} />],
    [
      t('publication.treeHash'),
      <span key="tree" className="hash">
        {publication.treeHash}
      </span>,
    ],
    [
      t('publication.manifestHash'),
      <span key="manifest" className="hash">
        {publication.manifestHash}
      </span>,
    ],
  ] as const;
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who comes by an address that will hold the publication one day, or never will. */
function NotPublished({ edition: { id, state } }: { readonly edition: Edition }) {
  const t = useT();
  const isOnItsWay = CHECKED.includes(state);
  const [address, words] = isOnItsWay
    ? ([checklistAddress(id), 'publication.toChecklist'] as const)
    : ([editionAddress(id), 'publishing.toEdition'] as const);
  return (
    <EmptyState title={t(isOnItsWay ? 'publication.notYet' : 'publication.never')}>
      <p>{t('publication.notYetHint')}</p>
      <Button variant="outlined" component={Link} to={address}>
        {t(words)}
      </Button>
    </EmptyState>
  );
}

/** Everything that proves the publication, in one file. */
function Bundle({ editionId }: { readonly editionId: string }) {
  const t = useT();
  const may = useRight('export.read');
  if (!may) return null;
  return (
    <p>
      <Button variant="outlined" href={fileAddress(`/editions/${editionId}/publication/bundle`)} download>
        {t('publishing.bundle')}
      </Button>
      <span className="soft small" style={{ display: 'block', marginTop: 4 }}>
        {t('publishing.bundleHint')}
      </span>
    </p>
  );
}

function Files({ publication, editionId }: { readonly publication: Publication; readonly editionId: string }) {
  const t = useT();
  const word = useWord();
  const { number } = useFormat();
  return (
    <table className="plain sheet">
      <thead>
        <tr>
          <th scope="col">{t('publication.file')}</th>
          <th scope="col">{t('publication.size')}</th>
          <th scope="col">{t('publication.digest')}</th>
        </tr>
      </thead>
      <tbody>
        {publication.artefacts.map(({ format, fileName, size, sha256 }) => (
          <tr key={format}>
            <td>
              <a href={fileAddress(`/editions/${editionId}/export/${format}`)} download={fileName}>
                {fileName}
              </a>
              <div className="soft small">{word('standardForm', format)}</div>
            </td>
            <td>{number(Math.ceil(size / 1024))} kB</td>
            <td className="hash">{sha256}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
