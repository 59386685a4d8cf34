import { useCallback, useRef, useState } from 'react';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { intentKey, send, type Answer, type Command } from './client.ts';
import { problemOf, type ProblemDocument } from './problem.ts';
import { reread } from './reread.ts';
import { reportSessionLost } from '../providers/query-client.ts';

const NOTHING_MORE: readonly QueryKey[] = [];
/** The act is done: a page that is slow to read itself again must not look as if it were not. */
const REREAD_MS = 2_000;

function atMost(milliseconds: number, work: readonly Promise<unknown>[]): Promise<unknown> {
  return Promise.race([Promise.all(work), new Promise((resolve) => setTimeout(resolve, milliseconds))]);
}

export type Outcome<T> =
  { readonly ok: true; readonly answer: Answer<T> } | { readonly ok: false; readonly problem: ProblemDocument };

export interface CommandHandle<T> {
  /** Sends once; never throws. A second call while one is under way is refused by the buttons through `pending`. */
  readonly run: (command: Command) => Promise<Outcome<T>>;
  readonly pending: boolean;
  /** Why the last command was refused; null after a success or `forget`, and when only the session had ended. */
  readonly problem: ProblemDocument | null;
  readonly forget: () => void;
}

/**
 * A pessimistic command: what the page shows changes when the API has answered, not before. Every intent has its own
 * Idempotency-Key; when no answer came, the same command sent again carries the same key, so it has one effect.
 *
 * @param drop keys of what is read again after a success, beside everything of editions, amendments and the dashboard.
 */
export function useCommand<T>(drop: readonly QueryKey[] = NOTHING_MORE): CommandHandle<T> {
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const unanswered = useRef<{ readonly intent: string; readonly key: string } | null>(null);

  const run = useCallback(
    async (command: Command): Promise<Outcome<T>> => {
      const intent = JSON.stringify([command.method, command.path, command.body, command.version]);
      const key = unanswered.current?.intent === intent ? unanswered.current.key : intentKey();
      unanswered.current = { intent, key };
      setPending(true);
      try {
        const answer = await send<T>({ key, ...command });
        unanswered.current = null;
        setProblem(null);
        const stale = [['edition'], ['amendment'], ['dashboard'], ...drop];
        await atMost(
          REREAD_MS,
          stale.map((queryKey) => reread(queries, queryKey)),
        );
        return { ok: true, answer };
      } catch (error) {
        reportSessionLost(error);
        const refused = problemOf(error);
        if (refused.status !== 0 && refused.status !== 503) unanswered.current = null;
        // The password is asked for over the page, and once it is given nothing is wrong any more.
        setProblem(refused.code === 'session.missing' ? null : refused);
        return { ok: false, problem: refused };
      } finally {
        setPending(false);
      }
    },
    [queries, drop],
  );
  const forget = useCallback(() => setProblem(null), []);
  return { run, pending, problem, forget };
}
