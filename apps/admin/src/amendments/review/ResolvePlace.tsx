import { useState } from 'react';
import Button from '@mui/material/Button';
import { useNotify } from 'ra-core';
import type { Edit } from '../../api/amendment-types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../desk/ProblemAlert.tsx';
import { useOutline, type OutlineView } from '../../editions/use-outline.ts';
import { useT } from '../../i18n/use-t.ts';
import type { PlaceValue } from '../editing/place.ts';
import { PlaceFields } from '../editing/PlaceFields.tsx';

interface Props {
  readonly amendmentId: string;
  readonly editionId: string;
  readonly edit: Edit;
  readonly onResolved: () => void;
}

/** Chooses another place for an entry whose place is gone. */
export function ResolvePlace({ amendmentId, editionId, edit, onResolved }: Props) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<Edit>();
  const view = useOutline(editionId);
  const [chosen, setChosen] = useState<PlaceValue | null>(null);
  if (view.query.data === undefined) return null;
  const place = chosen ?? stillThere(edit, view);
  const submit = async () => {
    const path = `/amendments/${amendmentId}/edits/${edit.id}`;
    const outcome = await command.run({ method: 'PUT', path, body: place, version: edit.version });
    if (outcome.ok) notify(t('conflict.resolved'), { type: 'success' });
    if (outcome.ok || outcome.problem.status === 412) onResolved();
  };
  return (
    <>
      <ProblemAlert problem={command.problem} />
      <PlaceFields view={view} value={place} without={edit.serviceId} onChange={setChosen} />
      <Button
        variant="contained"
        sx={{ my: 1 }}
        disabled={command.pending || place.sectionKey === ''}
        onClick={() => void submit()}
      >
        {t('conflict.resolve')}
      </Button>
    </>
  );
}

/** What of the proposed place the draft still has. */
function stillThere({ place }: Edit, view: OutlineView): PlaceValue {
  const has = (serviceId: string | null): boolean =>
    serviceId !== null && view.all.some(({ entry }) => entry.serviceId === serviceId);
  const sectionKey = place?.sectionKey ?? '';
  const parent = place?.parentServiceId ?? null;
  const after = place?.afterServiceId ?? null;
  return {
    sectionKey: view.all.some(({ section }) => section.key === sectionKey) ? sectionKey : '',
    parentServiceId: has(parent) ? parent : null,
    afterServiceId: has(after) ? after : null,
  };
}
