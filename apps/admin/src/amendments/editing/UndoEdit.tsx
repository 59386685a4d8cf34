import { useState } from 'react';
import Button from '@mui/material/Button';
import { useNotify } from 'ra-core';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import { useCommand } from '../../api/use-command.ts';
import { Chip } from '../../desk/Chip.tsx';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useT } from '../../i18n/use-t.ts';
import { ReopensNote } from './ReopensNote.tsx';

interface Props {
  readonly amendment: Amendment;
  readonly edit: Edit;
  /** What the amendment does to the entry is said beside it already. */
  readonly quiet?: boolean;
  readonly onDone?: () => void;
}

/** Says what the amendment does to the entry, and takes it back. */
export function UndoEdit({ amendment, edit, quiet = false, onDone }: Props) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<null>();
  const [seen, setSeen] = useState<number | null>(null);
  const undo = async (version: number) => {
    const path = `/amendments/${amendment.id}/edits/${edit.id}`;
    const outcome = await command.run({ method: 'DELETE', path, version });
    if (!outcome.ok) return;
    notify(t('editing.undone'), { type: 'success' });
    setSeen(null);
    onDone?.();
  };
  return (
    <>
      {!quiet && edit.kind === 'remove' && <Chip tone="bad">{t('editing.removed')}</Chip>}
      {!quiet && edit.kind === 'move' && <Chip tone="warn">{t('editing.moved')}</Chip>}
      <Button onClick={() => setSeen(edit.version)}>{t('editing.undoEdit')}</Button>
      {seen !== null && (
        <ConfirmDialog
          grave
          title={t('editing.undoEdit')}
          confirm={t('editing.undoEdit')}
          onConfirm={() => void undo(seen)}
          onClose={() => setSeen(null)}
          problem={command.problem}
          pending={command.pending}
        >
          <ReopensNote amendment={amendment} />
          {t('editing.undoEditAsk')}
        </ConfirmDialog>
      )}
    </>
  );
}
