import { useState } from 'react';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import { useCommand } from '../api/use-command.ts';
import type { Edition, EditionRef } from '../api/types.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useSentence, useT } from '../i18n/use-t.ts';
import { editionAddress } from './address.ts';

/** Opens a new draft on the base of an imported or published edition. */
export function ForkDialog({ edition, onClose }: { readonly edition: EditionRef; readonly onClose: () => void }) {
  const t = useT();
  const sentence = useSentence();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand<Edition>();
  const [label, setLabel] = useState(edition.label.split('（')[0] ?? '');
  const fieldProblem = command.problem?.errors?.['label'];
  const submit = async () => {
    const outcome = await command.run({ method: 'POST', path: '/editions', body: { basedOnId: edition.id, label } });
    if (!outcome.ok) return;
    notify(t('edition.forkDone', { label }), { type: 'success' });
    onClose();
    void navigate(editionAddress(outcome.answer.value.id));
  };
  return (
    <ConfirmDialog
      title={t('edition.fork')}
      confirm={t('edition.fork')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={label.trim() === ''}
    >
      <TextField
        autoFocus
        required
        margin="dense"
        label={t('edition.forkLabel')}
        value={label}
        error={fieldProblem !== undefined}
        helperText={
          fieldProblem === undefined ? t('edition.forkHelp', { label: edition.label }) : sentence(fieldProblem)
        }
        onChange={(event) => setLabel(event.target.value)}
      />
    </ConfirmDialog>
  );
}
