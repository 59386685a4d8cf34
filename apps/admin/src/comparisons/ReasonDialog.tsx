import { useState } from 'react';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { comparisonQuery } from '../api/queries.ts';
import type { StatedReason } from '../api/types.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useT } from '../i18n/use-t.ts';
import { openReasons } from './open-reasons.ts';
import { useSides } from './sides.ts';
import { StatedWords } from './StatedWords.tsx';
import { useSay } from './use-say.ts';

interface Props {
  readonly change: string;
  readonly stated: StatedReason | null;
  readonly name: string;
  readonly onClose: () => void;
}

/** Says why something changed, at once for all that has no reason yet where the person wants so. What was typed stays when it is refused. */
export function ReasonDialog({ change, stated, name, onClose }: Props) {
  const t = useT();
  const { before, after } = useSides();
  const comparison = useQuery(comparisonQuery(before, after)).data;
  const { say, pending, problem } = useSay();
  // What the person saw when the form was opened; after a refusal, what stands by then is on show in it.
  const [seen, setSeen] = useState<number | null>(stated?.version ?? 0);
  const [reason, setReason] = useState(stated?.reason ?? '');
  const [basis, setBasis] = useState(stated?.basis ?? '');
  const [everywhere, setEverywhere] = useState(false);
  const others = comparison === undefined ? [] : openReasons(comparison).filter((one) => one !== change);
  const state = async (): Promise<void> => {
    const changes = [
      { change, version: seen ?? stated?.version ?? 0 },
      ...(everywhere ? others.map((other) => ({ change: other, version: 0 })) : []),
    ];
    if (await say('/comparisons/reasons', { changes, reason, basis })) onClose();
    else setSeen(null);
  };
  return (
    <ConfirmDialog
      title={t('reasons.title', { name })}
      confirm={t('reasons.save')}
      pending={pending}
      problem={problem}
      blocked={reason.trim() === ''}
      onConfirm={() => void state()}
      onClose={onClose}
    >
      {seen === null && stated !== null && (
        <section className="stated-reason" aria-label={t('reasons.now')}>
          <h3 className="label">{t('reasons.now')}</h3>
          <StatedWords stated={stated} />
        </section>
      )}
      <TextField
        label={t('reasons.reason')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        multiline
        minRows={3}
        fullWidth
        autoFocus
        required
        margin="dense"
      />
      <TextField
        label={t('reasons.basis')}
        helperText={t('reasons.basisHint')}
        value={basis}
        onChange={({ target }) => setBasis(target.value)}
        multiline
        fullWidth
        margin="dense"
      />
      {others.length > 0 && (
        <label className="class-choice">
          <input type="checkbox" checked={everywhere} onChange={({ target }) => setEverywhere(target.checked)} />
          {t('reasons.everywhere', { count: others.length })}
        </label>
      )}
    </ConfirmDialog>
  );
}
