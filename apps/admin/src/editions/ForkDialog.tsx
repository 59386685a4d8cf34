import { useState } from 'react';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { toHanzi } from '@dingben/outline';
import { useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import { useCommand } from '../api/use-command.ts';
import type { Edition } from '../api/types.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useSentence, useT } from '../i18n/use-t.ts';
import { editionAddress } from './address.ts';

type Base = Pick<Edition, 'id' | 'label' | 'state' | 'corrigenda'>;
type Kind = 'final' | 'corrigendum';

/** Opens a new draft on the base of an imported or published edition. */
export function ForkDialog({ edition, onClose }: { readonly edition: Base; readonly onClose: () => void }) {
  const t = useT();
  const sentence = useSentence();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand<Edition>();
  const [kind, setKind] = useState<Kind>('final');
  const [label, setLabel] = useState(proposed(edition, 'final'));
  const fieldProblem = command.problem?.errors?.['label'];
  const submit = async () => {
    const outcome = await command.run({
      method: 'POST',
      path: '/editions',
      body: { basedOnId: edition.id, label, kind },
    });
    if (!outcome.ok) return;
    notify(t('edition.forkDone', { label }), { type: 'success' });
    onClose();
    void navigate(editionAddress(outcome.answer.value.id));
  };
  const act = t(kind === 'corrigendum' ? 'publishing.draftCorrigendum' : 'edition.fork');
  return (
    <ConfirmDialog
      title={act}
      confirm={act}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={label.trim() === ''}
    >
      {edition.state === 'published' && (
        <TextField
          select
          margin="dense"
          label={t('publishing.forkKind')}
          value={kind}
          onChange={(event) => {
            const chosen: Kind = event.target.value === 'corrigendum' ? 'corrigendum' : 'final';
            setKind(chosen);
            // What the person wrote is theirs; only a proposal gives way to another.
            if (label === proposed(edition, kind)) setLabel(proposed(edition, chosen));
          }}
        >
          <MenuItem value="final">{t('publishing.forkFinal')}</MenuItem>
          <MenuItem value="corrigendum">{t('publishing.forkCorrigendum')}</MenuItem>
        </TextField>
      )}
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

/** The label to begin with: the year, or of a corrigendum the whole label with its number in 汉字. It is part of a Chinese title. */
function proposed({ label, corrigenda }: Base, kind: Kind): string {
  if (kind === 'final') return label.split('（')[0] ?? '';
  return `${label}（勘误${toHanzi(corrigenda.length + 1)}）`;
}
