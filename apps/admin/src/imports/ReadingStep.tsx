import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { jobQuery } from '../api/queries.ts';
import type { Import } from '../api/types.ts';
import { useCommand } from '../api/use-command.ts';
import { EmptyState } from '../desk/states.tsx';
import { useSentence, useT, useWord } from '../i18n/use-t.ts';

const DROP = [['import'], ['job']];

/** A work under way: where it stands, and how to stop it. */
export function ReadingStep({ one }: { readonly one: Import }) {
  const t = useT();
  const word = useWord();
  const job = useQuery({ ...jobQuery(one.jobId ?? ''), enabled: one.jobId !== null });
  const { run, pending } = useCommand(DROP);
  const step = job.data?.progress.step ?? 'queued';
  return (
    <EmptyState title={one.name}>
      <progress className="import-progress" aria-label={word('importState', one.state)} />
      <p role="status">{word('jobStep', step, word('importState', one.state))}</p>
      <p>{one.state === 'reading' ? t('importing.readingHint') : t('completion.writing')}</p>
      {one.state === 'reading' && one.jobId !== null && (
        <Button
          variant="outlined"
          disabled={pending}
          onClick={() => void run({ method: 'DELETE', path: `/jobs/${one.jobId ?? ''}` })}
        >
          {t('importing.cancelReading')}
        </Button>
      )}
    </EmptyState>
  );
}

/** Why a document could not be read, and what to do. */
export function RefusedStep({ one }: { readonly one: Import }) {
  const t = useT();
  const sentence = useSentence();
  return (
    <EmptyState title={t('importing.refused')}>
      <p>
        <b lang="zh-CN">{one.name}</b>
      </p>
      <div className="alert bad" role="alert">
        {sentence(one.problem ?? { code: 'unknown' })}
      </div>
      <p>{t('importing.refusedHint')}</p>
      <Button variant="contained" component={Link} to="/imports">
        {t('importing.another')}
      </Button>
    </EmptyState>
  );
}
