import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ProblemDocument } from '../api/problem.ts';
import { reread } from '../api/reread.ts';
import { useCommand } from '../api/use-command.ts';
import { useSides } from './sides.ts';

interface Saying {
  /** Whether it was taken. */
  readonly say: (path: string, words: object) => Promise<boolean>;
  readonly pending: boolean;
  readonly problem: ProblemDocument | null;
}

/** A person's word on changes of the comparison on show; a refused one leaves what stands now on show. */
export function useSay(): Saying {
  const { before, after } = useSides();
  const queries = useQueryClient();
  const { run, pending, problem } = useCommand<unknown>();
  const say = useCallback(
    async (path: string, words: object) => {
      const outcome = await run({ method: 'POST', path, body: { before, after, ...words } });
      if (!outcome.ok) await reread(queries, ['edition', 'comparison']);
      return outcome.ok;
    },
    [run, queries, before, after],
  );
  return { say, pending, problem };
}
