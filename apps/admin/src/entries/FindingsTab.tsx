import { useState } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { findingsQuery } from '../api/queries.ts';
import type { Finding } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { EmptyState, ErrorState, Loading } from '../desk/states.tsx';
import { useRight } from '../desk/use-me.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { FoundText } from '../proofreading/FoundText.tsx';
import { toneOf } from '../proofreading/tone.ts';
import { useFindingSentence } from '../proofreading/use-finding-sentence.ts';
import { FindingAnswerDialog } from './FindingAnswerDialog.tsx';

/** What the checks saw in an entry, and what became of it. */
export function FindingsTab({ editionId, serviceId }: { readonly editionId: string; readonly serviceId: string }) {
  const t = useT();
  const query = useQuery(findingsQuery(editionId));
  if (query.isPending) return <Loading />;
  if (query.isError) return <ErrorState inline error={query.error} retry={() => void query.refetch()} />;
  const findings = query.data.items.filter((finding) => finding.serviceId === serviceId);
  if (findings.length === 0) return <EmptyState inline title={t('entry.noFindings')} />;
  const notes = findings.filter(({ severity }) => severity === 'info');
  const others = findings.filter(({ severity }) => severity !== 'info');
  return (
    <>
      {others.map((finding) => (
        <FindingCard key={finding.id} finding={finding} editionId={editionId} />
      ))}
      {notes.length > 0 && (
        <details open={others.length === 0}>
          <summary>{t('finding.notes', { count: notes.length })}</summary>
          {notes.map((finding) => (
            <FindingCard key={finding.id} finding={finding} editionId={editionId} />
          ))}
        </details>
      )}
    </>
  );
}

function FindingCard({ finding, editionId }: { readonly finding: Finding; readonly editionId: string }) {
  const t = useT();
  const word = useWord();
  const sentence = useFindingSentence();
  const { date } = useFormat();
  const may = useRight('finding.answer');
  const [answering, setAnswering] = useState(false);
  return (
    <section className="card">
      <div className="row">
        <Chip tone={toneOf(finding.severity)}>{word('severity', finding.severity)}</Chip>
        <Chip tone={finding.state === 'open' ? 'plain' : 'ok'}>{word('findingState', finding.state)}</Chip>
        {finding.provision !== null && <small>{word('provision', finding.provision)}</small>}
      </div>
      <p>{sentence(finding)}</p>
      <div className="small">
        <FoundText {...finding} />
      </div>
      {finding.answer !== null && <p className="small">{finding.answer}</p>}
      {finding.answeredBy !== null && finding.answeredAt !== null && (
        <small>{t('finding.answered', { name: finding.answeredBy.name, date: date(finding.answeredAt) })}</small>
      )}
      {may && finding.state === 'open' && (
        <Button variant="outlined" sx={{ mt: 1 }} onClick={() => setAnswering(true)}>
          {t('finding.answer')}
        </Button>
      )}
      {answering && <FindingAnswerDialog finding={finding} editionId={editionId} onClose={() => setAnswering(false)} />}
    </section>
  );
}
