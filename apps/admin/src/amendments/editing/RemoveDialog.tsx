import type { Amendment, Edit } from '../../api/amendment-types.ts';
import type { Entry } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useT } from '../../i18n/use-t.ts';
import { ReopensNote } from './ReopensNote.tsx';

interface Props {
  readonly amendment: Amendment;
  readonly entry: Entry;
  readonly onClose: () => void;
}

export function RemoveDialog({ amendment, entry, onClose }: Props) {
  const t = useT();
  const command = useCommand<Edit>();
  const submit = async () => {
    const body = { kind: 'remove', serviceId: entry.serviceId };
    const outcome = await command.run({ method: 'POST', path: `/amendments/${amendment.id}/edits`, body });
    if (outcome.ok) onClose();
  };
  return (
    <ConfirmDialog
      grave
      title={t('editing.removeTitle')}
      confirm={t('editing.confirmRemove')}
      cancel={t('editing.keepEntry')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
    >
      <ReopensNote amendment={amendment} />
      {t('editing.removeText', { title: `${entry.number} ${entry.title}` })}
    </ConfirmDialog>
  );
}
