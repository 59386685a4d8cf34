import { useState } from 'react';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useCommand } from '../../api/use-command.ts';
import type { CorrectionList, Reference } from '../../api/types.ts';
import { ToggleChip } from '../../desk/Chip.tsx';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useT, useWord } from '../../i18n/use-t.ts';
import {
  bodyOf,
  COMPARATORS,
  fieldsOf,
  QUANTITY_FIELDS,
  REGULATION_FIELDS,
  verdictsOf,
  type FieldName,
  type Verdict,
} from './correction.ts';

interface Props {
  readonly reference: Reference;
  readonly text: string;
  readonly path: string;
  readonly contentHash: string;
  /** How many corrections of this text the person sees. */
  readonly version: number;
  readonly onClose: () => void;
}

/** Says what a reference is, with the reason; what the page shows changes when the API has answered. */
export function CorrectionDialog({ reference, text, path, contentHash, version, onClose }: Props) {
  const t = useT();
  const word = useWord();
  const command = useCommand<CorrectionList>();
  // A refetch behind the dialog must not make a person agree to what they have not seen.
  const [seen] = useState(version);
  const verdicts = verdictsOf(reference);
  const [verdict, setVerdict] = useState<Verdict>(verdicts[0] ?? 'nothing');
  const [fields, setFields] = useState(() => fieldsOf(reference));
  const [reason, setReason] = useState('');
  const said = bodyOf(verdict, fields);
  const submit = async () => {
    const { kind, provision, start, end } = reference;
    const body = { contentHash, kind, provision, start, end, ...said, reason };
    const outcome = await command.run({ method: 'POST', path, body, version: seen });
    if (outcome.ok) onClose();
  };
  const set = (name: FieldName, value: string) => setFields({ ...fields, [name]: value });
  return (
    <ConfirmDialog
      title={t('basis.correctTitle')}
      confirm={t('common.save')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={said === null || reason.trim() === ''}
    >
      <p lang="zh-CN">{text}</p>
      <div className="row" role="group" aria-label={t('basis.verdict')}>
        {verdicts.map((each) => (
          <ToggleChip key={each} on={verdict === each} onClick={() => setVerdict(each)}>
            {word('verdict', `${reference.kind}.${each}`)}
          </ToggleChip>
        ))}
      </div>
      {(verdict === 'quantity' ? QUANTITY_FIELDS : verdict === 'regulation' ? REGULATION_FIELDS : []).map((name) => (
        <TextField
          key={name}
          margin="dense"
          label={t(`basis.${name}`)}
          value={fields[name]}
          onChange={(event) => set(name, event.target.value)}
        />
      ))}
      {verdict === 'quantity' && (
        <TextField
          select
          margin="dense"
          label={t('basis.comparator')}
          value={fields.comparator}
          onChange={(event) => set('comparator', event.target.value)}
        >
          {COMPARATORS.map((each) => (
            <MenuItem key={each} value={each}>
              {word('comparator', each === '' ? 'exact' : each)}
            </MenuItem>
          ))}
        </TextField>
      )}
      <TextField
        multiline
        minRows={2}
        required
        margin="dense"
        label={t('basis.reason')}
        helperText={t('basis.reasonHelp')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  );
}
