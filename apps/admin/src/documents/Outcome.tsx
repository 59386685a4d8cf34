import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useT, useWord } from '../i18n/use-t.ts';
import './documents.css';
import type { Writing } from './use-writing.ts';

/** What comes of a document that was asked for: how far it is, and where it is when it is there. */
export function Outcome({ writing }: { readonly writing: Writing }) {
  const t = useT();
  const word = useWord();
  const { job, busy, stop, stopped, made } = writing;
  const { step = null, done = 0, total = null } = job?.progress ?? {};
  const label = step === null ? t('produced.waiting') : word('jobStep', step, t('produced.waiting'));
  return (
    <div className="document-outcome">
      {busy && (
        <div className="document-progress">
          <LinearProgress
            aria-label={label}
            {...(total === null ? {} : { variant: 'determinate' as const, value: (done / total) * 100 })}
          />
          <small role="status">{label}</small>
          <Button size="small" disabled={job === null || job.cancelRequested} onClick={stop}>
            {t('produced.stop')}
          </Button>
        </div>
      )}
      {!busy && (
        <p role="status" className="small">
          {stopped && t('produced.stopped')}
          {made !== null && (
            <>
              <span lang="zh-CN">{t('produced.made', { name: made.fileName })}</span>{' '}
              <a href={made.address} download={made.fileName}>
                {t('produced.save')}
              </a>
            </>
          )}
        </p>
      )}
    </div>
  );
}
