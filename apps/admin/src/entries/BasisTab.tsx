import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router-dom';
import { entryQuery } from '../api/queries.ts';
import type { ReferenceKind } from '../api/types.ts';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useRight } from '../desk/use-me.ts';
import { useT } from '../i18n/use-t.ts';
import { CitationCard } from './basis/CitationCard.tsx';
import { CorrectionLog } from './basis/CorrectionLog.tsx';
import { Agencies, Certificates, Funding, Quantities, TargetGroups } from './basis/Readings.tsx';

interface Props {
  readonly editionId: string;
  readonly serviceId: string;
  readonly commit: number | undefined;
}

/** What an entry rests on: documents that it cites, whom it is for, its quantities, who leads and who pays. */
export function BasisTab({ editionId, serviceId, commit }: Props) {
  const t = useT();
  const { hash } = useLocation();
  const query = useQuery(entryQuery(editionId, serviceId, commit));
  // An earlier commit is shown as it was read; what is corrected is the text that stands.
  const correctable = useRight('reference.correct') && commit === undefined;
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
        <CitationCard
          key={`${citation.provision}-${citation.start}`}
          {...{ citation, entry, editionId, hash, correctable }}
        />
      ))}
      <Quantities references={of('quantity')} {...{ entry, editionId, correctable }} />
      <TargetGroups references={of('targetGroup')} entry={entry} />
      <Agencies references={of('agency')} entry={entry} />
      <Funding references={of('funding')} entry={entry} />
      <Certificates references={of('certificate')} {...{ entry, editionId, correctable }} />
      <CorrectionLog entry={entry} editionId={editionId} />
    </>
  );
}
