import { useState } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { agencyHistoryQuery, agencyImpactQuery, agencyQuery } from '../../api/queries.ts';
import type { AgencyDetail } from '../../api/types.ts';
import { ErrorState, Loading } from '../../desk/states.tsx';
import { useRight } from '../../desk/use-me.ts';
import { useT } from '../../i18n/use-t.ts';
import { Where } from '../../layout/slots.tsx';
import { useTitle } from '../../layout/use-title.ts';
import { ImpactView } from '../impact/ImpactView.tsx';
import { Usage } from '../Usage.tsx';
import '../registry.css';
import { RegistryHistory } from '../RegistryHistory.tsx';
import { AgencyFacts } from './AgencyFacts.tsx';
import { AgencyState } from './AgencyState.tsx';
import { AliasesDialog } from './AliasesDialog.tsx';
import { SuccessionDialog } from './SuccessionDialog.tsx';
import { useAgencyOrder } from './use-agency-order.ts';

/** One agency: which entries name it, what became of it, and the amendment that follows from that. */
export default function AgencyPage() {
  const { id = '' } = useParams();
  const t = useT();
  const query = useQuery(agencyQuery(id));
  useTitle(query.data?.name);
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const agency = query.data;
  return (
    <div className="registry">
      <Where>
        <Link className="where-text" to="/agencies">
          {t('agency.list')}
        </Link>
        ／<b lang="zh-CN">{agency.name}</b>
      </Where>
      <article className="paper">
        <div className="col">
          <h1 lang="zh-CN">{agency.name}</h1>
          <div className="meta">
            <AgencyState agency={agency} />
          </div>
          <AgencyActions agency={agency} />
          <NamingEntries agency={agency} />
        </div>
      </article>
      <aside className="pane right">
        <h2 className="label">{t('agencyPage.facts')}</h2>
        <AgencyFacts agency={agency} />
        <h2 className="label">{t('regulation.usage')}</h2>
        <Usage usage={agency.usage} />
        <h2 className="label">{t('regulation.history')}</h2>
        <History id={agency.id} />
      </aside>
    </div>
  );
}

function AgencyActions({ agency }: { readonly agency: AgencyDetail }) {
  const t = useT();
  const may = useRight('registry.write');
  const [open, setOpen] = useState<'succession' | 'aliases' | null>(null);
  if (!may) return null;
  return (
    <div className="row registry-acts">
      {agency.endedOn === null && (
        <Button variant="outlined" onClick={() => setOpen('succession')}>
          {t('agencyPage.change')}
        </Button>
      )}
      {agency.registered && (
        <Button variant="outlined" onClick={() => setOpen('aliases')}>
          {t('agencyPage.editAliases')}
        </Button>
      )}
      {open === 'succession' && (
        <SuccessionDialog name={agency.name} onClose={() => setOpen(null)} onDone={() => undefined} />
      )}
      {open === 'aliases' && <AliasesDialog agency={agency} onClose={() => setOpen(null)} />}
    </div>
  );
}

function NamingEntries({ agency }: { readonly agency: AgencyDetail }) {
  const order = useAgencyOrder(agency);
  const query = useQuery(agencyImpactQuery(agency.id));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  return <ImpactView impact={query.data} order={order} />;
}

function History({ id }: { readonly id: string }) {
  const query = useQuery(agencyHistoryQuery(id));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  return <RegistryHistory acts={query.data.items} />;
}
