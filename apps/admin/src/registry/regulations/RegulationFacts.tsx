import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Regulation, RegulationRef } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';

/** What is registered of a regulation; what is not known is left out. */
export function RegulationFacts({ regulation }: { readonly regulation: Regulation }) {
  const t = useT();
  const { date } = useFormat();
  if (!regulation.registered) return <p className="soft small">{t('regulation.unregisteredHint')}</p>;
  const day = (value: string | null) => (value === null ? null : date(value));
  const one = (ref: RegulationRef | null) => (ref === null ? null : <Names refs={[ref]} />);
  const many = (refs: readonly RegulationRef[]) => (refs.length === 0 ? null : <Names refs={refs} />);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('regulation.issuer'), regulation.issuer],
    [t('regulation.level'), regulation.level],
    [t('regulation.issuedOn'), day(regulation.issuedOn)],
    [t('regulation.effectiveOn'), day(regulation.effectiveOn)],
    [t('regulation.repealedOn'), day(regulation.repealedOn)],
    [t('regulation.successor'), one(regulation.successor)],
    [t('regulation.predecessors'), many(regulation.predecessors)],
    [t('regulation.mergedInto'), one(regulation.mergedInto)],
    [t('regulation.merged'), many(regulation.merged)],
    [t('regulation.source'), regulation.source],
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

function Names({ refs }: { readonly refs: readonly RegulationRef[] }) {
  return refs.map(({ id, title }) => (
    <div key={id}>
      <Link to={`/regulations/${id}`}>{title}</Link>
    </div>
  ));
}
