import { useState } from 'react';
import TextField from '@mui/material/TextField';
import { useCommand } from '../api/use-command.ts';
import type { Finding } from '../api/types.ts';
import { ToggleChip } from '../desk/Chip.tsx';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useT } from '../i18n/use-t.ts';
import { useFindingSentence } from '../proofreading/use-finding-sentence.ts';

interface Props {
  readonly finding: Finding;
  readonly editionId: string;
  readonly onClose: () => void;
}

/** Settles a finding: the text stays as it is for a reason, or it was dealt with. */
export function FindingAnswerDialog({ finding, editionId, onClose }: Props) {
  const t = useT();
  const sentence = useFindingSentence();
  const command = useCommand<Finding>();
  const [version] = useState(finding.version);
  const [state, setState] = useState<'accepted' | 'fixed'>('accepted');
  const [answer, setAnswer] = useState('');
  const submit = async () => {
    const path = `/editions/${editionId}/findings/${finding.id}/answer`;
    const outcome = await command.run({ method: 'POST', path, body: { state, answer }, version });
    if (outcome.ok) onClose();
  };
  return (
    <ConfirmDialog
      title={sentence(finding)}
      confirm={t('common.save')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={answer.trim() === ''}
    >
      <div className="row" role="group" aria-label={t('finding.answer')}>
        <ToggleChip on={state === 'accepted'} onClick={() => setState('accepted')}>
          {t('finding.accept')}
        </ToggleChip>
        <ToggleChip on={state === 'fixed'} onClick={() => setState('fixed')}>
          {t('finding.fixed')}
        </ToggleChip>
      </div>
      <TextField
        multiline
        minRows={3}
        required
        margin="normal"
        label={t('finding.reason')}
        helperText={t('finding.reasonHelp')}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
    </ConfirmDialog>
  );
}
