import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { ProblemDocument } from '../api/problem.ts';
import type { ChangeClassName, ClassedChanges, ComparedEntry } from '../api/types.ts';
import { useCommand } from '../api/use-command.ts';
import { useSides } from './sides.ts';

interface Confirming {
  /** Whether it was taken. */
  readonly confirm: (words: readonly Word[]) => Promise<boolean>;
  readonly pending: boolean;
  readonly problem: ProblemDocument | null;
}

export interface Word {
  readonly entry: ComparedEntry;
  readonly classes: readonly ChangeClassName[];
}

/** Gives a word on changes as they are on show; a refused one leaves what stands now on show. */
export function useConfirm(): Confirming {
  const { before, after } = useSides();
  const queries = useQueryClient();
  const { run, pending, problem } = useCommand<ClassedChanges>();
  const confirm = useCallback(
    async (words: readonly Word[]) => {
      const changes = words.map(({ entry, classes }) => ({
        serviceId: entry.serviceId,
        change: entry.change,
        version: entry.confirmation?.version ?? 0,
        proposed: entry.classesProposed,
        classes,
      }));
      const outcome = await run({ method: 'POST', path: '/comparisons/classes', body: { before, after, changes } });
      if (!outcome.ok) await queries.invalidateQueries({ queryKey: ['edition', 'comparison'] });
      return outcome.ok;
    },
    [run, queries, before, after],
  );
  return { confirm, pending, problem };
}
