import { useState } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { duplicatesQuery } from '../../api/queries.ts';
import type { Duplicate, RegulationSummary } from '../../api/types.ts';
import { Chip } from '../../desk/Chip.tsx';
import { EmptyState, ErrorState, Loading } from '../../desk/states.tsx';
import { useRight } from '../../desk/use-me.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { Where } from '../../layout/slots.tsx';
import { useTitle } from '../../layout/use-title.ts';
import '../registry.css';
import { MergeDialog } from './MergeDialog.tsx';
import { RegulationStatusChip } from './StatusChip.tsx';

/** Pairs of registered regulations that may be one, the surest first. */
export default function DuplicatesPage() {
  const t = useT();
  const query = useQuery(duplicatesQuery());
  useTitle(t('regulation.duplicates'));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const { items } = query.data;
  return (
    <div className="page">
      <Where>
        <Link className="where-text" to="/regulations">
          {t('regulation.list')}
        </Link>
        ／<b>{t('regulation.duplicates')}</b>
      </Where>
      <div className="page-head">
        <h1>{t('regulation.duplicates')}</h1>
        <span className="soft">{t('common.count', { count: items.length })}</span>
      </div>
      <p className="soft registry-intro">{t('regulation.duplicatesHint')}</p>
      {items.length === 0 && <EmptyState inline title={t('regulation.duplicatesNone')} />}
      {items.map((pair) => (
        <Pair key={`${pair.a.id} ${pair.b.id}`} pair={pair} />
      ))}
    </div>
  );
}

function Pair({ pair: { a, b, kind } }: { readonly pair: Duplicate }) {
  const word = useWord();
  return (
    <section className="card" aria-label={`${a.title} ／ ${b.title}`}>
      <Chip tone={kind === 'similar' ? 'plain' : 'warn'}>{word('duplicateKind', kind)}</Chip>
      <div className="pair">
        <Side one={a} other={b} />
        <Side one={b} other={a} />
      </div>
    </section>
  );
}

function Side({ one, other }: { readonly one: RegulationSummary; readonly other: RegulationSummary }) {
  const t = useT();
  const may = useRight('registry.write');
  const { date, list } = useFormat();
  const [merging, setMerging] = useState(false);
  const { id, entries, issuedOn, issuer, numbers, status, title } = one;
  return (
    <div lang="zh-CN">
      <Link to={`/regulations/${id}`} style={{ fontWeight: 600 }}>
        {title}
      </Link>
      <p className="soft small">
        {numbers.length === 0 ? t('regulation.noNumber') : list(numbers)}
        {issuer !== null && ` · ${issuer}`}
        {issuedOn !== null && ` · ${date(issuedOn)}`} · {t('regulation.usageEntries', { count: entries })}{' '}
        <RegulationStatusChip status={status} />
      </p>
      {may && (
        <Button size="small" variant="outlined" onClick={() => setMerging(true)}>
          {t('regulation.keepThis')}
        </Button>
      )}
      {merging && <MergeDialog regulation={other} into={{ id, title, numbers }} onClose={() => setMerging(false)} />}
    </div>
  );
}
