import { useState } from 'react';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import type { Entry } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import type { OutlineView } from '../../editions/use-outline.ts';
import { useT } from '../../i18n/use-t.ts';
import { placeOf, type PlaceValue } from './place.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { ReopensNote } from './ReopensNote.tsx';

interface Props {
  readonly amendment: Amendment;
  readonly entry: Entry;
  readonly view: OutlineView;
  readonly onClose: () => void;
}

const NOWHERE: PlaceValue = { sectionKey: '', parentServiceId: null, afterServiceId: null };

export function MoveDialog({ amendment, entry, view, onClose }: Props) {
  const t = useT();
  const command = useCommand<Edit>();
  const [place, setPlace] = useState<PlaceValue>(() => ({
    ...(placeOf(view.all, entry.serviceId) ?? NOWHERE),
    afterServiceId: null,
  }));
  const submit = async () => {
    const body = { kind: 'move', serviceId: entry.serviceId, ...place };
    const outcome = await command.run({ method: 'POST', path: `/amendments/${amendment.id}/edits`, body });
    if (outcome.ok) onClose();
  };
  return (
    <ConfirmDialog
      title={t('editing.moveTitle')}
      confirm={t('editing.confirmMove')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={place.sectionKey === ''}
    >
      <ReopensNote amendment={amendment} />
      <p style={{ marginTop: 0 }}>{t('editing.moveText', { title: `${entry.number} ${entry.title}` })}</p>
      <PlaceFields view={view} value={place} without={entry.serviceId} onChange={setPlace} />
    </ConfirmDialog>
  );
}
