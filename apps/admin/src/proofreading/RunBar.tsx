import { useState } from 'react';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';
import type { Edition, Job, Proofreading } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { useRight } from '../desk/use-me.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';

const CLOSED: readonly Edition['state'][] = ['published', 'superseded', 'withdrawn', 'abandoned'];

/** When the edition was last proofread, whether that still holds, and the way to do it again. */
export function RunBar({ edition, run }: { readonly edition: Edition; readonly run: Proofreading }) {
  const t = useT();
  const may = useRight('finding.answer') && !CLOSED.includes(edition.state);
  const command = useCommand<{ jobId: string }>();
  const [asked, setAsked] = useState<string | null>(null);
  const jobId = asked ?? run.jobId;
  const job = useJob(jobId, ['edition', edition.id]);
  const open = job === null ? run.jobId !== null : job.state === 'queued' || job.state === 'running';
  const start = async () => {
    const outcome = await command.run({ method: 'POST', path: `/editions/${edition.id}/proofreading` });
    if (outcome.ok) setAsked(outcome.answer.value.jobId);
  };
  return (
    <section className="run-bar" aria-label={t('proofread.title')}>
      <Latest run={run} />
      {open ? (
        <Progress job={job} />
      ) : (
        may && (
          <Button
            variant={run.latest?.current === true ? 'outlined' : 'contained'}
            disabled={command.pending}
            onClick={() => void start()}
          >
            {t('proofread.run')}
          </Button>
        )
      )}
      <ProblemAlert problem={command.problem ?? problemIn(job)} />
    </section>
  );
}

function problemIn(job: Job | null) {
  const problem = job?.problem ?? null;
  return problem === null ? null : { ...problem, status: 409 };
}

function Latest({ run: { latest } }: { readonly run: Proofreading }) {
  const t = useT();
  const { time } = useFormat();
  if (latest === null) return <span className="soft">{t('proofread.never')}</span>;
  return (
    <span>
      {t('proofread.latest', { time: time(latest.at), count: latest.findings })}{' '}
      {latest.current ? (
        <Chip tone="ok">{t('proofread.current')}</Chip>
      ) : (
        <Chip tone="warn">{t('proofread.outdated')}</Chip>
      )}
    </span>
  );
}

/** Null where another person asked: what is known of it then is that it goes on. */
function Progress({ job }: { readonly job: Job | null }) {
  const t = useT();
  const command = useCommand<Job>();
  const { done, total } = job?.progress ?? { done: 0, total: null };
  const counted = total !== null && total > 0;
  const label = counted ? t('proofread.running', { done, total }) : t('proofread.waiting');
  return (
    <div className="run-progress">
      <LinearProgress
        aria-label={label}
        {...(counted ? { variant: 'determinate' as const, value: (done / total) * 100 } : {})}
      />
      <small role="status">{label}</small>
      {job !== null && (
        <Button
          disabled={command.pending || job.cancelRequested}
          onClick={() => void command.run({ method: 'DELETE', path: `/jobs/${job.id}` })}
        >
          {t('proofread.cancel')}
        </Button>
      )}
    </div>
  );
}
