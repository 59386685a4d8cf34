import { useCallback } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Method } from '../api/client.ts';
import { reread } from '../api/reread.ts';
import type { Import } from '../api/types.ts';
import { useCommand, type CommandHandle } from '../api/use-command.ts';

const DROP = [['import']];

export interface ImportCommand extends Omit<CommandHandle<Import>, 'run'> {
  /** Sends one act on the import, against the version that the person saw; true where it was done. */
  readonly act: (method: Method, path: string, version: number, body?: unknown) => Promise<boolean>;
}

/** Acts on one import. After a refusal for want of the latest version the page is read again, and the person acts again. */
export function useImportCommand(id: string): ImportCommand {
  const queries = useQueryClient();
  const { run, ...handle } = useCommand<Import>(DROP);
  const act = useCallback(
    async (method: Method, path: string, version: number, body: unknown = {}) => {
      const outcome = await run({ method, path: `/imports/${id}${path}`, version, body });
      if (!outcome.ok && outcome.problem.status === 412) await reread(queries, ['import', id]);
      return outcome.ok;
    },
    [run, queries, id],
  );
  return { act, ...handle };
}
