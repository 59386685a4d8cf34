import { useState } from 'react';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import type { Regulation, RegulationRef, RegulationSummary } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useT } from '../../i18n/use-t.ts';
import { RegulationPicker } from './RegulationPicker.tsx';

interface Props {
  readonly regulation: RegulationSummary;
  /** The one that was chosen already. */
  readonly into?: RegulationRef;
  readonly onClose: () => void;
}

const DROPPED = [['regulation']] as const;

/** Says that a regulation is the same as another, which stands for both from then on. */
export function MergeDialog({ regulation, into, onClose }: Props) {
  const t = useT();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand<Regulation>(DROPPED);
  // A refetch underneath must not change what is being merged.
  const [{ id, title, version }] = useState(regulation);
  const [target, setTarget] = useState<RegulationRef | null>(into ?? null);
  const [comment, setComment] = useState('');
  const submit = async () => {
    if (target === null) return;
    const body = { intoId: target.id, ...(comment.trim() === '' ? {} : { comment }) };
    const outcome = await command.run({ method: 'POST', path: `/regulations/${id}/merge`, body, version });
    if (!outcome.ok) return;
    notify(t('regulation.mergeDone'), { type: 'success' });
    onClose();
    if (into === undefined) void navigate(`/regulations/${target.id}`);
  };
  return (
    <ConfirmDialog
      title={t('regulation.mergeTitle')}
      confirm={t('regulation.mergeInto')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={target === null}
    >
      <p lang="zh-CN">
        <b>{title}</b>
      </p>
      <p className="soft small">{t('regulation.mergeHint')}</p>
      <RegulationPicker label={t('regulation.mergedInto')} value={target} except={id} onChange={setTarget} />
      <TextField
        margin="dense"
        label={t('regulation.comment')}
        helperText={t('regulation.commentHelp')}
        multiline
        minRows={2}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
      />
    </ConfirmDialog>
  );
}
