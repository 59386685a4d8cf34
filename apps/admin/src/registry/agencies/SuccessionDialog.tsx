import { useState } from 'react';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import { SUCCESSION_KINDS, type AgencyDetail, type SuccessionKind } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useSentence, useT, useWord } from '../../i18n/use-t.ts';
import { linesOf } from './lines.ts';

interface Props {
  /** Of the agency that it begins with; empty where the person names it. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (agency: AgencyDetail) => void;
}

const DROPPED = [['agency']] as const;
const FIELDS = ['from', 'to', 'on', 'comment'] as const;

/** Records what becomes of agencies: a new name, one for several, or several for one, from a day on. */
export function SuccessionDialog({ name, onClose, onDone }: Props) {
  const t = useT();
  const word = useWord();
  const notify = useNotify();
  const sentence = useSentence();
  const command = useCommand<AgencyDetail>(DROPPED);
  const [kind, setKind] = useState<SuccessionKind>('rename');
  const [value, setValue] = useState({ from: name, to: '', on: '', comment: '' });
  const submit = async () => {
    const { comment, from, on, to } = value;
    const note = comment.trim() === '' ? {} : { comment };
    const body = { kind, from: linesOf(from), to: linesOf(to), on, ...note };
    const outcome = await command.run({ method: 'POST', path: '/agencies/successions', body });
    if (!outcome.ok) return;
    notify(t('agencyPage.done'), { type: 'success' });
    onDone(outcome.answer.value);
    onClose();
  };
  const refusalOf = (field: string) =>
    Object.entries(command.problem?.errors ?? {}).find(([at]) => at === field || at.startsWith(`${field}.`))?.[1];
  const help = {
    from: t('agencyPage.fromHelp'),
    to: t('agencyPage.toHelp'),
    on: '',
    comment: t('agencyPage.commentHelp'),
  };
  return (
    <ConfirmDialog
      title={t('agencyPage.change')}
      confirm={t('common.save')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={linesOf(value.from).length === 0 || linesOf(value.to).length === 0 || value.on === ''}
    >
      <TextField
        select
        margin="dense"
        label={t('agencyPage.kind')}
        value={kind}
        // The options below are the kinds and nothing else.
        onChange={(event) => setKind(event.target.value as SuccessionKind)}
      >
        {SUCCESSION_KINDS.map((each) => (
          <MenuItem key={each} value={each}>
            {word('successionKind', each)}
          </MenuItem>
        ))}
      </TextField>
      {FIELDS.map((field) => {
        const refused = refusalOf(field);
        return (
          <TextField
            key={field}
            margin="dense"
            label={t(`agencyPage.${field}`)}
            required={field !== 'comment'}
            type={field === 'on' ? 'date' : 'text'}
            multiline={field !== 'on'}
            minRows={field === 'on' ? 1 : 2}
            value={value[field]}
            error={refused !== undefined}
            helperText={refused === undefined ? help[field] : sentence(refused)}
            slotProps={field === 'on' ? { inputLabel: { shrink: true } } : {}}
            onChange={(event) => setValue({ ...value, [field]: event.target.value })}
          />
        );
      })}
    </ConfirmDialog>
  );
}
