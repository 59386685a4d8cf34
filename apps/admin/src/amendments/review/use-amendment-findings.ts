import { useCallback, useMemo } from 'react';
import type { Amendment } from '../../api/amendment-types.ts';
import type { TextFinding } from '../../api/types.ts';
import { useProofread } from '../../proofreading/use-proofread.ts';
import { isClosed } from '../states.ts';

/** What 校核 sees in the texts that an amendment proposes, by edit; of one that is decided nobody asks any more. */
export function useAmendmentFindings(amendment: Amendment): (editId: string) => readonly TextFinding[] {
  const proposed = useMemo(
    () =>
      amendment.edits.flatMap(({ id, serviceId, proposed: text }) => (text === null ? [] : [{ id, serviceId, text }])),
    [amendment.edits],
  );
  const entries = useMemo(
    () => proposed.map(({ serviceId, text: { title, provisions } }) => ({ serviceId, title, provisions })),
    [proposed],
  );
  const findings = useProofread(amendment.editionId, entries, !isClosed(amendment));
  return useCallback((editId) => findings.filter(({ index }) => proposed[index]?.id === editId), [findings, proposed]);
}
