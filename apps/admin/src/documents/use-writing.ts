import { useCallback, useEffect, useRef, useState } from 'react';
import { fileAddress } from '../api/client.ts';
import type { ProblemDocument } from '../api/problem.ts';
import type { Job } from '../api/types.ts';
import { useCommand } from '../api/use-command.ts';
import { useJob } from '../api/use-job.ts';

/** A document that was written, and where it is fetched. */
export interface Made {
  readonly fileName: string;
  readonly address: string;
}

export interface Writing {
  readonly start: (kind: string, order: object) => Promise<void>;
  readonly stop: () => void;
  /** Forgets what came of the last one. */
  readonly forget: () => void;
  /** Null while nothing is under way. */
  readonly job: Job | null;
  readonly busy: boolean;
  readonly stopped: boolean;
  readonly made: Made | null;
  readonly problem: ProblemDocument | null;
}

const NOTHING: readonly unknown[] = ['job'];

/** Has a document written and saves it when it is there; what is under way stops when its page is left. */
export function useWriting(): Writing {
  const asking = useCommand<{ readonly jobId: string }>();
  const { run: cancel } = useCommand<Job>();
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId, NOTHING);
  const open = jobId !== null && (job === null || job.state === 'queued' || job.state === 'running');
  const made = madeBy(job);
  useSaved(made);

  const stop = useCallback(() => {
    if (jobId !== null) void cancel({ method: 'DELETE', path: `/jobs/${jobId}` });
  }, [jobId, cancel]);
  useStoppedOnLeaving(open, stop);

  const { run, forget: forgetProblem } = asking;
  const forget = useCallback(() => {
    setJobId(null);
    forgetProblem();
  }, [forgetProblem]);
  const start = useCallback(
    async (kind: string, order: object) => {
      setJobId(null);
      const outcome = await run({ method: 'POST', path: `/documents/${kind}`, body: order });
      if (outcome.ok) setJobId(outcome.answer.value.jobId);
    },
    [run],
  );
  const failed = job?.problem ?? null;
  return {
    start,
    stop,
    forget,
    job,
    busy: asking.pending || open,
    stopped: job?.state === 'cancelled',
    made,
    problem: asking.problem ?? (failed === null ? null : { ...failed, status: 409 }),
  };
}

function madeBy(job: Job | null): Made | null {
  const { documentId, fileName } = job?.result ?? {};
  if (typeof documentId !== 'string' || typeof fileName !== 'string') return null;
  return { fileName, address: fileAddress(`/documents/${documentId}`) };
}

/** Once for each file. */
function useSaved(made: Made | null): void {
  const saved = useRef<string | null>(null);
  useEffect(() => {
    if (made === null || saved.current === made.address) return;
    saved.current = made.address;
    saveFrom(made);
  }, [made]);
}

function useStoppedOnLeaving(open: boolean, stop: () => void): void {
  const latest = useRef({ open, stop });
  useEffect(() => {
    latest.current = { open, stop };
  });
  useEffect(
    () => () => {
      if (latest.current.open) latest.current.stop();
    },
    [],
  );
}

/** Has the browser fetch and keep a file, under the name that comes with it. */
export function saveFrom({ address, fileName }: Made): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
}
