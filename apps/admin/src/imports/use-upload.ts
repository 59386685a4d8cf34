import { useCallback, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { sendFile } from '../api/client.ts';
import { problemOf, type ProblemDocument } from '../api/problem.ts';
import { reread } from '../api/reread.ts';
import type { Import } from '../api/types.ts';
import { reportSessionLost } from '../providers/query-client.ts';

/** As the API takes it; a file that is larger need not be sent to be refused. */
const LARGEST = 10 * 1024 * 1024;

export interface Upload {
  readonly run: (file: File) => Promise<Import | null>;
  /** The name of the file that is on its way. */
  readonly sending: string | null;
  readonly problem: ProblemDocument | null;
}

/** Sends one document; the answer is its import, which is being read. */
export function useUpload(): Upload {
  const queries = useQueryClient();
  const [sending, setSending] = useState<string | null>(null);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const run = useCallback(
    async (file: File) => {
      setProblem(null);
      if (file.size > LARGEST) {
        setProblem({ code: 'document.too-large', status: 413 });
        return null;
      }
      setSending(file.name);
      try {
        const made = await sendFile<Import>('/imports', { name: file.name }, file);
        await reread(queries, ['import', 'list']);
        return made;
      } catch (error) {
        reportSessionLost(error);
        setProblem(problemOf(error));
        return null;
      } finally {
        setSending(null);
      }
    },
    [queries],
  );
  return { run, sending, problem };
}
