import { useState } from 'react';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import { useCommand } from '../api/use-command.ts';
import type { Edition, EditionEvent } from '../api/types.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useSentence, useT, useWord } from '../i18n/use-t.ts';
import { ChecklistView } from './ChecklistView.tsx';

interface Props {
  readonly edition: Edition;
  readonly event: EditionEvent;
  readonly onClose: () => void;
}

const SETTLED_BY_SCHEDULE = ['checklist.effective-date', 'checklist.state'];
const CHECKED: readonly EditionEvent[] = ['schedule', 'publish'];

/** Asks before an edition moves on, with the version that the person saw when the dialog opened. */
export function EditionEventDialog({ edition, event, onClose }: Props) {
  const t = useT();
  const word = useWord();
  const sentence = useSentence();
  const notify = useNotify();
  const command = useCommand<Edition>();
  // A refetch underneath must not advance what this person decided upon.
  const [version] = useState(edition.version);
  const [effectiveDate, setEffectiveDate] = useState(edition.effectiveDate ?? '');
  const [comment, setComment] = useState('');
  const name = word('editionEvent', event);
  const submit = async () => {
    const body = {
      event,
      ...(event === 'schedule' ? { effectiveDate } : {}),
      ...(comment === '' ? {} : { comment }),
    };
    const outcome = await command.run({ method: 'POST', path: `/editions/${edition.id}/events`, body, version });
    if (!outcome.ok) return;
    notify(t('edition.done', { event: name }), { type: 'success' });
    onClose();
  };
  const missing = (event === 'schedule' && effectiveDate === '') || (event === 'abandon' && comment.trim() === '');
  const dateProblem = command.problem?.errors?.['effectiveDate'];
  return (
    <ConfirmDialog
      title={t('edition.confirmEvent', { event: name, label: edition.label })}
      confirm={name}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={missing}
      grave={event === 'abandon'}
    >
      <p style={{ marginTop: 0 }}>{word('editionEventHint', event, '')}</p>
      {CHECKED.includes(event) && (
        <ChecklistView editionId={edition.id} settled={event === 'schedule' ? SETTLED_BY_SCHEDULE : []} />
      )}
      {event === 'schedule' && (
        <TextField
          type="date"
          margin="dense"
          required
          label={t('edition.effective')}
          value={effectiveDate}
          error={dateProblem !== undefined}
          helperText={dateProblem === undefined ? ' ' : sentence(dateProblem)}
          onChange={(change) => setEffectiveDate(change.target.value)}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      )}
      <TextField
        multiline
        minRows={2}
        margin="dense"
        required={event === 'abandon'}
        label={event === 'abandon' ? t('edition.comment') : t('edition.commentOptional')}
        value={comment}
        onChange={(change) => setComment(change.target.value)}
      />
    </ConfirmDialog>
  );
}
