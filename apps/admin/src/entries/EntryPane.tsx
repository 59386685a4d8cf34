import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from 'react-router-dom';
import type { Editing } from '../amendments/editing/use-editing.ts';
import { EntryActions } from '../amendments/editing/EntryActions.tsx';
import { entryQuery } from '../api/queries.ts';
import type { Edition, Entry } from '../api/types.ts';
import { ErrorState, Loading } from '../desk/states.tsx';
import { entryAddress } from '../editions/address.ts';
import { headingOf, printedNumber } from '../editions/flatten.ts';
import type { OutlineView } from '../editions/use-outline.ts';
import { useT } from '../i18n/use-t.ts';
import { useTitle } from '../layout/use-title.ts';
import { EntryMeta, EntrySteps } from './EntryMeta.tsx';
import { ProvisionList } from './ProvisionList.tsx';
import { useDifference } from './use-difference.ts';

interface Props {
  readonly edition: Edition | undefined;
  readonly editionId: string;
  readonly serviceId: string;
  readonly commit: number | undefined;
  readonly editing: Editing;
  readonly view: OutlineView;
}

/** The entry as it reads in the official document. */
export function EntryPane(props: Props) {
  const { editionId, serviceId, commit } = props;
  const query = useQuery(entryQuery(editionId, serviceId, commit));
  return (
    <article className="paper" aria-busy={query.isPending}>
      {query.isPending && <Loading />}
      {query.isError && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && <EntryText {...props} entry={query.data} />}
    </article>
  );
}

function EntryText({ edition, editionId, entry, editing, view, commit }: Props & { readonly entry: Entry }) {
  const t = useT();
  const { search, hash } = useLocation();
  const difference = useDifference(edition, entry);
  useTitle([`${entry.number} ${entry.title}`, edition?.label ?? ''].join(' · '));
  const service = view.all.find((flat) => flat.entry.serviceId === entry.serviceId)?.service ?? null;
  const proposed = editing.edit?.kind === 'revise' ? editing.edit.proposed : null;
  // Offsets of references are of the text that stands in the draft, not of what is proposed.
  const shown = proposed === null ? entry : { ...entry, ...proposed, references: [] };
  const before = proposed === null ? difference.before : entry;
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' });
  }, [hash]);
  return (
    <div className="col">
      <div className="crumb">
        <span lang="zh-CN">
          {entry.path.map((section) => headingOf(section)).join(' ／ ')}
          {service !== null && (
            <>
              {' ／ '}
              <Link to={{ pathname: entryAddress(editionId, service.serviceId), search }}>
                {printedNumber(service.number, false)} {service.title}
              </Link>
            </>
          )}
        </span>
        <EntrySteps entry={entry} editionId={editionId} />
      </div>
      <h1 lang="zh-CN">
        {printedNumber(entry.number, service !== null)}
        {service === null && ' '}
        {shown.title}
      </h1>
      <EntryMeta entry={entry} difference={difference} />
      {commit === undefined && edition !== undefined && <EntryActions {...{ edition, entry, editing, view }} />}
      {proposed !== null && (
        <div className="alert warn" role="note">
          {t('editing.proposedHere')}
        </div>
      )}
      {shown.provisions !== null && <ProvisionList entry={shown} before={before} editionId={editionId} />}
      {entry.items !== undefined && entry.items.length > 0 && (
        <section>
          <p className="soft">{t('entry.items', { count: entry.items.length })}</p>
          <ul className="items">
            {entry.items.map((item) => (
              <li key={item.serviceId}>
                <Link to={{ pathname: entryAddress(editionId, item.serviceId), search }}>
                  {printedNumber(item.number, true)}
                  {item.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
