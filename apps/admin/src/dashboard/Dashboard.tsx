import { useQuery } from '@tanstack/react-query';
import { dashboardQuery } from '../api/queries.ts';
import type { Dashboard as DashboardData, Me } from '../api/types.ts';
import { ErrorState, Loading } from '../desk/states.tsx';
import { useMe } from '../desk/use-me.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { Where } from '../layout/slots.tsx';
import { useTitle } from '../layout/use-title.ts';
import { AmendmentCards } from './AmendmentCards.tsx';
import './dashboard.css';
import { DraftCards } from './DraftCards.tsx';
import { RecentActs } from './RecentActs.tsx';
import { AccountsCard, AuditCard, PublishCard } from './RoleCards.tsx';

/** What waits for this person, how far the drafts are, and what happened lately. */
export default function Dashboard() {
  const t = useT();
  const word = useWord();
  const me = useMe();
  const query = useQuery(dashboardQuery());
  useTitle(t('dashboard.title'));
  if (me === null) return <Loading />;
  return (
    <div className="page dashboard">
      <Where>
        <b>{t('dashboard.title')}</b>
      </Where>
      <div className="page-head">
        <h1>{t('dashboard.hello', { name: me.name })}</h1>
        <span className="soft">{me.roles.map((role) => word('role', role)).join(' · ')}</span>
      </div>
      {query.isPending && <Loading />}
      {query.isError && <ErrorState inline error={query.error} retry={() => void query.refetch()} />}
      {query.isSuccess && <Panes me={me} data={query.data} />}
    </div>
  );
}

function Panes({ me, data }: { readonly me: Me; readonly data: DashboardData }) {
  const t = useT();
  const may = (right: Me['permissions'][number]) => me.permissions.includes(right);
  const writes = may('amendment.write');
  // Authors get their approved amendments here too: they are the ones who merge them.
  const waiting = new Set(data.waitingForReview.map(({ id }) => id));
  // What was returned to its author waits for them, and is not told twice.
  const mine = data.myWork.filter(({ id }) => !waiting.has(id));
  const acts = may('amendment.review') || data.waitingForReview.length > 0;
  return (
    <div className="panes">
      <div>
        {may('account.manage') && <AccountsCard />}
        {may('edition.publish') && <PublishCard drafts={data.drafts} />}
        {me.roles.includes('auditor') && <AuditCard />}
        {acts && (
          <AmendmentCards
            title={t('dashboard.waiting')}
            empty={t('dashboard.waitingEmpty')}
            hint={t('dashboard.waitingHint')}
            amendments={data.waitingForReview}
            all="waitingForMe"
          />
        )}
        {writes && (mine.length > 0 || data.myWork.length === 0) && (
          <AmendmentCards
            title={t('dashboard.myWork')}
            empty={t('dashboard.myWorkEmpty')}
            hint={t('dashboard.myWorkHint')}
            amendments={mine}
            all="mine"
          />
        )}
        <DraftCards drafts={data.drafts} />
      </div>
      <RecentActs acts={data.recent} />
    </div>
  );
}
