import { useCallback, useMemo } from 'react';
import type { TextFinding } from '../../api/types.ts';
import { useProofread, useSettled } from '../../proofreading/use-proofread.ts';
import type { EntryText, FieldName } from './form.ts';

/** What 校核 sees in each field, a moment after the typing pauses. An added entry is not in the edition yet, and is held against all of it. */
export function useFieldFindings(
  editionId: string,
  serviceId: string,
  text: EntryText,
): (field: FieldName) => readonly TextFinding[] {
  const settled = useSettled(text);
  const entries = useMemo(
    () => [{ serviceId, title: settled.title, provisions: settled.provisions }],
    [serviceId, settled],
  );
  const findings = useProofread(editionId, entries);
  return useCallback((field) => findings.filter(({ provision }) => provision === field), [findings]);
}
