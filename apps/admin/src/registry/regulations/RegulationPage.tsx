import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { regulationHistoryQuery, regulationImpactQuery, regulationQuery } from '../../api/queries.ts';
import type { Regulation } from '../../api/types.ts';
import { ErrorState, Loading } from '../../desk/states.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';
import { zh } from '../../i18n/zh.ts';
import { Where } from '../../layout/slots.tsx';
import { useTitle } from '../../layout/use-title.ts';
import { ImpactView } from '../impact/ImpactView.tsx';
import type { ImpactOrder } from '../impact/OpenForImpactDialog.tsx';
import '../registry.css';
import { RegistryHistory } from '../RegistryHistory.tsx';
import { Usage } from '../Usage.tsx';
import { RegulationActions } from './RegulationActions.tsx';
import { RegulationFacts } from './RegulationFacts.tsx';
import { RegulationStatusChip } from './StatusChip.tsx';

/** One regulation: who cites it and where, what is known of it, and what may be done when it changes. */
export default function RegulationPage() {
  const { id = '' } = useParams();
  const t = useT();
  const { list } = useFormat();
  const query = useQuery(regulationQuery(id));
  useTitle(query.data?.title);
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const regulation = query.data;
  return (
    <div className="registry">
      <Where>
        <Link className="where-text" to="/regulations">
          {t('regulation.list')}
        </Link>
        ／<RegulationStatusChip status={regulation.status} />
      </Where>
      <article className="paper">
        <div className="col">
          <h1 lang="zh-CN">{regulation.title}</h1>
          <div className="meta">
            <span lang="zh-CN">
              {regulation.numbers.length === 0 ? t('regulation.noNumber') : list(regulation.numbers)}
            </span>
            <RegulationStatusChip status={regulation.status} />
          </div>
          <RegulationActions regulation={regulation} />
          <CitingEntries regulation={regulation} />
        </div>
      </article>
      <aside className="pane right">
        <h2 className="label">{t('regulation.facts')}</h2>
        <RegulationFacts regulation={regulation} />
        <h2 className="label">{t('regulation.usage')}</h2>
        <Usage usage={regulation.usage} />
        <h2 className="label">{t('regulation.history')}</h2>
        <History id={regulation.id} />
      </aside>
    </div>
  );
}

function CitingEntries({ regulation }: { readonly regulation: Regulation }) {
  const order = useOrder(regulation);
  const query = useQuery(regulationImpactQuery(regulation.id));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  return <ImpactView impact={query.data} order={order} />;
}

/** What an amendment would say of itself; its words are those of the document, whatever language the desk speaks. */
function useOrder({ id, numbers, status, successor, title }: Regulation): ImpactOrder {
  const t = useT();
  const named = (name: string, known: readonly string[]) =>
    `《${name}》${known.length > 0 ? `（${known.join('、')}）` : ''}`;
  const values = {
    title,
    status: status === null ? '' : zh.regulationStatus[status],
    successor: successor?.title ?? '',
  };
  return {
    path: `/regulations/${id}/amendments`,
    title: t('impact.regulationTitle', values),
    rationale:
      status === null || status === 'in-force'
        ? ''
        : t(successor === null ? 'impact.regulationRationale' : 'impact.regulationSuccessor', values),
    legalBasis: successor === null ? named(title, numbers) : named(successor.title, successor.numbers),
    hint: t('impact.openHint'),
  };
}

function History({ id }: { readonly id: string }) {
  const query = useQuery(regulationHistoryQuery(id));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  return <RegistryHistory acts={query.data.items} />;
}
