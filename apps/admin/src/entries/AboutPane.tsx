import { useQuery } from '@tanstack/react-query';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useSearchParams } from 'react-router-dom';
import { amendmentsQuery, entryQuery, findingsQuery, historyQuery } from '../api/queries.ts';
import { useT } from '../i18n/use-t.ts';
import { AmendmentsTab } from './AmendmentsTab.tsx';
import { BasisTab } from './BasisTab.tsx';
import { FindingsTab } from './FindingsTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';

const TABS = ['amendments', 'history', 'basis', 'findings'] as const;
type TabName = (typeof TABS)[number];

/** Narrow enough for the words of both languages with their counts; where these grow, the chosen tab is scrolled to. */
const TABS_STYLE = {
  borderBottom: '1px solid var(--line)',
  mx: -1,
  mb: 1.75,
  '& .MuiTab-root': { flex: '1 0 auto', px: '5px', fontSize: 13, letterSpacing: 0 },
};

interface Props {
  readonly editionId: string;
  readonly serviceId: string;
  readonly commit: number | undefined;
}

/** What is known of an entry: it answers, it does not shout. */
export function AboutPane({ editionId, serviceId, commit }: Props) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const asked = params.get('tab');
  const tab = TABS.find((name) => name === asked) ?? 'amendments';
  const counts = useCounts(editionId, serviceId, commit);
  const choose = (_: unknown, name: TabName) =>
    setParams((now) => (now.set('tab', name), now), { replace: true, preventScrollReset: true });
  return (
    <aside className="pane right" aria-label={t('entry.tab.label')}>
      <Tabs
        value={tab}
        onChange={choose}
        variant="scrollable"
        scrollButtons={false}
        sx={TABS_STYLE}
        aria-label={t('entry.tab.label')}
      >
        {TABS.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`tab-${name}`}
            aria-controls="about"
            label={`${t(`entry.tab.${name}`)} ${counts[name] ?? ''}`.trim()}
          />
        ))}
      </Tabs>
      <div id="about" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'amendments' && <AmendmentsTab editionId={editionId} serviceId={serviceId} />}
        {tab === 'history' && <HistoryTab editionId={editionId} serviceId={serviceId} />}
        {tab === 'basis' && <BasisTab editionId={editionId} serviceId={serviceId} commit={commit} />}
        {tab === 'findings' && <FindingsTab editionId={editionId} serviceId={serviceId} />}
      </div>
    </aside>
  );
}

/** Counts beside the tabs; none while unknown or zero. */
function useCounts(editionId: string, serviceId: string, commit?: number): Partial<Record<TabName, number>> {
  const amendments = useQuery(amendmentsQuery({ editionId, serviceId })).data?.total;
  const history = useQuery(historyQuery(editionId, serviceId)).data;
  const citations = useQuery(entryQuery(editionId, serviceId, commit)).data?.references;
  const findings = useQuery(findingsQuery(editionId)).data?.items;
  const counts: readonly (readonly [TabName, number | undefined])[] = [
    ['amendments', amendments],
    ['history', history?.total],
    ['basis', citations?.filter(({ kind }) => kind === 'citation').length],
    ['findings', findings?.filter((finding) => finding.serviceId === serviceId).length],
  ];
  return Object.fromEntries(counts.filter(([, count]) => count !== undefined && count > 0));
}
