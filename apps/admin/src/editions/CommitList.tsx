import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { commitsQuery } from '../api/queries.ts';
import type { Commit } from '../api/types.ts';
import { Timeline } from '../desk/Timeline.tsx';
import { ErrorState, Loading } from '../desk/states.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';

/** The steps of an edition, newest first; each leads to the text as it stood then. */
export function CommitList({ editionId }: { readonly editionId: string }) {
  const t = useT();
  const { time } = useFormat();
  const query = useQuery(commitsQuery(editionId));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  const newest = [...query.data.items].sort((a, b) => b.number - a.number);
  return (
    <section aria-label={t('edition.commits')}>
      <h2 className="label">{t('edition.commits')}</h2>
      <Timeline
        rows={newest.map((commit, index) => ({
          id: commit.id,
          now: index === 0,
          what: <WhatOf commit={commit} />,
          when: (
            <>
              {commit.actor.name} · {time(commit.at)} · {t('edition.changes', { count: commit.changes })}{' '}
              {index > 0 && <Link to={`?commit=${commit.number}`}>{t('edition.seeThen')}</Link>}
            </>
          ),
        }))}
      />
    </section>
  );
}

function WhatOf({ commit }: { readonly commit: Commit }) {
  const t = useT();
  const word = useWord();
  return (
    <>
      {t('common.lead', { text: t('edition.head', { number: commit.number }) })}
      {word('commitKind', commit.kind)}{' '}
      {commit.amendment !== null && (
        <Link to={`/amendments/${commit.amendment.id}`}>
          {t('amendment.number', { number: commit.amendment.number })} {commit.amendment.title}
        </Link>
      )}
    </>
  );
}
