import { useCallback } from 'react';
import type { ProblemDocument } from '../api/problem.ts';
import type { ChangeClassName, ComparedEntry } from '../api/types.ts';
import { useSay } from './use-say.ts';

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

/** Gives a word on changes as they are on show. */
export function useConfirm(): Confirming {
  const { say, pending, problem } = useSay();
  const confirm = useCallback(
    (words: readonly Word[]) => {
      const changes = words.map(({ entry, classes }) => ({
        serviceId: entry.serviceId,
        change: entry.change,
        version: entry.confirmation?.version ?? 0,
        proposed: entry.classesProposed,
        classes,
      }));
      return say('/comparisons/classes', { changes });
    },
    [say],
  );
  return { confirm, pending, problem };
}
