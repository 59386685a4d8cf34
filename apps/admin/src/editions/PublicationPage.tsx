import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { fileAddress } from '../api/client.ts';
import { editionQuery, publicationQuery } from '../api/queries.ts';
import type { Publication } from '../api/types.ts';
import { useRight } from '../desk/use-me.ts';
import { PersonName } from '../desk/PersonName.tsx';
import { ErrorState, Loading } from '../desk/states.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { useTitle } from '../layout/use-title.ts';
import { PlanNotice, WithdrawalNotice } from './checklist/PlanNotice.tsx';
import { EditionHeader } from './EditionHeader.tsx';
import { PublicAddress } from './PublicAddress.tsx';

/** The act of publication and its frozen files, with the fingerprints that prove them. */
export default function PublicationPage() {
  const { id = '' } = useParams();
  const t = useT();
  const edition = useQuery(editionQuery(id));
  const query = useQuery(publicationQuery(id));
  useTitle(`${t('publication.title')} · ${edition.data?.label ?? ''}`);
  if (query.isPending || edition.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return (
    <div className="page">
      {edition.data !== undefined && <EditionHeader edition={edition.data} />}
      <div className="page-head">
        <h1>
          {edition.data?.label} · {t('publication.title')}
        </h1>
      </div>
      <PlanNotice plan={edition.data?.plan ?? null} />
      <WithdrawalNotice publication={query.data} />
      <Facts publication={query.data} />
      <PublicAddress editionId={id} />
      <h2 className="label">{t('publication.files')}</h2>
      <p className="soft small">{t('publication.frozen')}</p>
      <Files publication={query.data} editionId={id} />
      <Bundle editionId={id} />
      <details className="manifest">
        <summary>{t('publication.manifest')}</summary>
        <pre className="hash">{JSON.stringify(query.data.manifest, null, 2)}</pre>
      </details>
    </div>
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
