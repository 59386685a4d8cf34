import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router-dom';
import { entryQuery } from '../api/queries.ts';
import type { Entry, Reference, ReferenceKind } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useT, useWord } from '../i18n/use-t.ts';

interface Props {
  readonly editionId: string;
  readonly serviceId: string;
  readonly commit: number | undefined;
}

/** What an entry rests on: documents that it cites, its quantities, agencies and funding sources. */
export function BasisTab({ editionId, serviceId, commit }: Props) {
  const t = useT();
  const { hash } = useLocation();
  const query = useQuery(entryQuery(editionId, serviceId, commit));
  useEffect(() => {
    if (hash.startsWith('#basis-')) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'nearest' });
  }, [hash, query.isSuccess]);
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  const entry = query.data;
  const of = (kind: ReferenceKind) => entry.references.filter((reference) => reference.kind === kind);
  return (
    <>
      {of('citation').length === 0 && <EmptyState inline title={t('entry.noBasis')} />}
      {of('citation').map((citation) => (
        <CitationCard key={`${citation.provision}-${citation.start}`} {...{ citation, entry, hash }} />
      ))}
      <Quantities entry={entry} quantities={of('quantity')} />
      <Names title="agency" entry={entry} references={of('agency')} />
      <Names title="funding" entry={entry} references={of('funding')} />
    </>
  );
}

/** The list of regulations with what the citation says as its filter: it leads there whether or not anybody registered it. */
function registryAddress(q: string): string {
  return `/regulations?filter=${encodeURIComponent(JSON.stringify({ q }))}`;
}

function textOf(entry: Entry, { provision, start, end }: Reference): string {
  return entry.provisions?.[provision].slice(start, end) ?? '';
}

function CitationCard({ citation, entry, hash }: { citation: Reference; entry: Entry; hash: string }) {
  const t = useT();
  const word = useWord();
  const { search } = useLocation();
  const id = `basis-${citation.provision}-${citation.start}`;
  const title = citation.data['title'];
  const number = citation.data['number'];
  return (
    <section id={id} className={hash === `#${id}` ? 'card on' : 'card'} lang="zh-CN">
      <h3 style={{ fontWeight: 500 }}>
        {typeof title === 'string' ? `《${title.replace(/^《|》$/g, '')}》` : textOf(entry, citation)}
      </h3>
      <small>{typeof number === 'string' && number !== '' ? number : t('entry.noNumber')}</small>
      <div>
        <small>
          {word('provision', citation.provision)} ·{' '}
          <Link to={{ search, hash: citation.provision }} replace>
            {t('entry.seeText')}
          </Link>
          {typeof title === 'string' && (
            <>
              {' · '}
              <Link to={registryAddress(typeof number === 'string' && number !== '' ? number : title)}>
                {t('entry.seeRegulation')}
              </Link>
            </>
          )}
        </small>
      </div>
    </section>
  );
}

function Quantities({ entry, quantities }: { readonly entry: Entry; readonly quantities: readonly Reference[] }) {
  const t = useT();
  const word = useWord();
  if (quantities.length === 0) return null;
  return (
    <>
      <h3 className="label">{t('entry.quantities')}</h3>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('entry.quantity')}</th>
            <th scope="col">{t('entry.where')}</th>
          </tr>
        </thead>
        <tbody>
          {quantities.map((quantity) => (
            <tr key={`${quantity.provision}-${quantity.start}`}>
              <td lang="zh-CN">{textOf(entry, quantity)}</td>
              <td>{word('provision', quantity.provision)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface NamesProps {
  readonly title: 'agency' | 'funding';
  readonly entry: Entry;
  readonly references: readonly Reference[];
}

function Names({ title, entry, references }: NamesProps) {
  const t = useT();
  const names = [...new Set(references.map((reference) => textOf(entry, reference)))];
  if (names.length === 0) return null;
  return (
    <>
      <h3 className="label">{t(`reference.${title}`)}</h3>
      <div className="row" lang="zh-CN">
        {names.map((name) => (
          <Chip key={name} tone="plain">
            {name}
          </Chip>
        ))}
      </div>
    </>
  );
}
