import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { AgencyDetail, SuccessionRef } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';

/** What is registered of an agency; what is not known is left out. */
export function AgencyFacts({ agency }: { readonly agency: AgencyDetail }) {
  const t = useT();
  const { date, list } = useFormat();
  if (!agency.registered) return <p className="soft small">{t('agencyPage.unregisteredHint')}</p>;
  const day = (value: string | null) => (value === null ? null : date(value));
  const many = (refs: readonly SuccessionRef[]) => (refs.length === 0 ? null : <Refs refs={refs} />);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('agency.entries'), agency.entries],
    [t('agency.leads'), agency.leads],
    [t('agencyPage.aliases'), agency.aliases.length === 0 ? null : list(agency.aliases)],
    [t('agencyPage.beganOn'), day(agency.beganOn)],
    [t('agencyPage.endedOn'), day(agency.endedOn)],
    [t('agencyPage.successors'), many(agency.successors)],
    [t('agencyPage.predecessors'), many(agency.predecessors)],
  ];
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value !== null)
        .map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd lang="zh-CN">{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Refs({ refs }: { readonly refs: readonly SuccessionRef[] }) {
  const t = useT();
  const word = useWord();
  const { date } = useFormat();
  return refs.map(({ id, kind, name, on }) => (
    <div key={id}>
      <Link to={`/agencies/${id}`}>{name}</Link>
      <div className="soft small">
        {t('agencyPage.succession', { kind: word('successionKind', kind), date: date(on) })}
      </div>
    </div>
  ));
}
