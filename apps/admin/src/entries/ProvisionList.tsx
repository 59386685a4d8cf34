import { PROVISION_KEYS } from '@dingben/outline';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router-dom';
import { findingsQuery } from '../api/queries.ts';
import type { Entry, ProvisionKey, Reference } from '../api/types.ts';
import { ProvisionText } from '../desk/ProvisionText.tsx';
import type { MarkSpan } from '../desk/marks.ts';
import { useCopy } from '../desk/use-copy.ts';
import { useT, useWord } from '../i18n/use-t.ts';

interface Props {
  readonly entry: Entry;
  readonly before: Pick<Entry, 'provisions'> | null;
  readonly editionId: string;
}

/** The five provisions, each with an address of its own. */
export function ProvisionList({ entry, before, editionId }: Props) {
  const { hash, search } = useLocation();
  const findings = useQuery(findingsQuery(editionId));
  const open = (findings.data?.items ?? []).filter(
    ({ serviceId, state }) => serviceId === entry.serviceId && state === 'open',
  );
  const citationTo = ({ provision, start }: Reference) => {
    const params = new URLSearchParams(search);
    params.set('tab', 'basis');
    return `?${params.toString()}#basis-${provision}-${start}`;
  };
  return PROVISION_KEYS.map((key) => (
    <section key={key} id={key} className={hash === `#${key}` ? 'provision aimed' : 'provision'}>
      <ProvisionHeading provision={key} />
      <ProvisionText
        text={entry.provisions?.[key] ?? ''}
        before={before?.provisions?.[key] ?? null}
        references={entry.references.filter(({ provision }) => provision === key)}
        flaws={spansOf(open, key)}
        citationTo={citationTo}
      />
    </section>
  ));
}

type Placed = Readonly<Record<'start' | 'end', number | null>> & { readonly provision: string | null };

function spansOf(findings: readonly Placed[], key: ProvisionKey): MarkSpan[] {
  return findings.flatMap(({ provision, start, end }) =>
    provision === key && start !== null && end !== null ? [{ start, end }] : [],
  );
}

function ProvisionHeading({ provision }: { readonly provision: ProvisionKey }) {
  const t = useT();
  const word = useWord();
  const copy = useCopy();
  const label = t('common.lead', { text: word('provision', provision) }) + t('entry.permalink');
  const address = `${window.location.origin}${window.location.pathname}#${provision}`;
  return (
    <h2>
      {word('provision', provision)}
      <a
        className="permalink"
        href={`#${provision}`}
        aria-label={label}
        title={t('entry.permalink')}
        onClick={() => copy(address)}
      >
        #
      </a>
    </h2>
  );
}
