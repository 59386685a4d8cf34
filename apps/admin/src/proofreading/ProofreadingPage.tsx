import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router-dom';
import { ChooseAmendmentDialog } from '../amendments/editing/ChooseAmendmentDialog.tsx';
import { editionQuery, findingsQuery, proofreadingQuery } from '../api/queries.ts';
import type { Edition, Finding } from '../api/types.ts';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useRight } from '../desk/use-me.ts';
import { EditionHeader } from '../editions/EditionHeader.tsx';
import { useT } from '../i18n/use-t.ts';
import { useTitle } from '../layout/use-title.ts';
import { FindingFilters } from './FindingFilters.tsx';
import { FixBar } from './FixBar.tsx';
import { filterFrom, fits, groupsOf } from './groups.ts';
import './proofreading.css';
import { RuleSection } from './RuleSection.tsx';
import { RunBar } from './RunBar.tsx';
import { useFixing } from './use-fixing.ts';

const WRITABLE: readonly Edition['state'][] = ['drafting', 'consulting', 'finalising'];

/** The findings of a whole edition by rule and entry: run, repair into an amendment, or answer. */
export default function ProofreadingPage() {
  const { id = '' } = useParams();
  const t = useT();
  const edition = useQuery(editionQuery(id));
  const run = useQuery(proofreadingQuery(id));
  const findings = useQuery(findingsQuery(id));
  useTitle(`${t('proofread.title')} · ${edition.data?.label ?? ''}`);
  // What was read stays on show when reading it again fails.
  const failed = [edition, run, findings].find(({ isError, data }) => isError && data === undefined);
  if (failed !== undefined) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (edition.data === undefined || run.data === undefined || findings.data === undefined) return <Loading />;
  return (
    <div className="page">
      <EditionHeader edition={edition.data} />
      <div className="page-head">
        <h1 lang="zh-CN">
          {edition.data.label} · {t('proofread.title')}
        </h1>
      </div>
      <RunBar edition={edition.data} run={run.data} />
      <Findings edition={edition.data} findings={findings.data.items} ran={run.data.latest !== null} />
    </div>
  );
}

interface FindingsProps {
  readonly edition: Edition;
  readonly findings: readonly Finding[];
  readonly ran: boolean;
}

function Findings({ edition, findings, ran }: FindingsProps) {
  const t = useT();
  const [params] = useSearchParams();
  const fixing = useFixing(edition.id);
  const mayFix = useRight('amendment.write') && WRITABLE.includes(edition.state);
  const filter = filterFrom(params);
  const shown = findings.filter((finding) => fits(finding, filter));
  if (findings.length === 0) return ran ? <EmptyState inline title={t('proofread.clean')} /> : null;
  return (
    <>
      <FindingFilters findings={findings} filter={filter} />
      {mayFix && <FixBar fixing={fixing} shown={shown} />}
      <ProblemAlert problem={fixing.problem} />
      {shown.length === 0 && <EmptyState inline title={t('proofread.nothing')} />}
      {groupsOf(shown).map((group) => (
        <RuleSection key={group.code} group={group} editionId={edition.id} fixing={mayFix ? fixing : null} />
      ))}
      {fixing.asking !== null && (
        <ChooseAmendmentDialog edition={edition} onClose={fixing.cancel} onChosen={fixing.choose} />
      )}
    </>
  );
}
