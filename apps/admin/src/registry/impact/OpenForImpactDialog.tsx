import { useState } from 'react';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import type { Amendment } from '../../api/amendment-types.ts';
import type { TouchedEdition } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useSentence, useT } from '../../i18n/use-t.ts';

/** What an amendment for an impact says, and where it is opened. */
export interface ImpactOrder {
  /** Below `/api`: the amendments of a regulation or of an agency. */
  readonly path: string;
  readonly title: string;
  readonly rationale: string;
  readonly legalBasis: string;
  /** What becomes of the entries. */
  readonly hint: string;
}

interface Props {
  readonly edition: TouchedEdition;
  readonly order: ImpactOrder;
  readonly onClose: () => void;
}

const FIELDS = [
  { name: 'title', rows: 1 },
  { name: 'rationale', rows: 3 },
  { name: 'legalBasis', rows: 2 },
] as const;

/** Opens one amendment with every entry that an impact names in this edition, and goes there. */
export function OpenForImpactDialog({ edition, order, onClose }: Props) {
  const t = useT();
  const sentence = useSentence();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand<Amendment>();
  const [value, setValue] = useState(() => ({
    // As long as the API takes it; a long title of a regulation is cut, and can be worded by hand.
    title: order.title.slice(0, 200),
    rationale: order.rationale,
    legalBasis: order.legalBasis,
  }));
  const submit = async () => {
    const outcome = await command.run({ method: 'POST', path: order.path, body: { editionId: edition.id, ...value } });
    if (!outcome.ok) return;
    const { edits, id, number } = outcome.answer.value;
    notify(t('impact.opened', { number, count: edits.length }), { type: 'success' });
    void navigate(`/amendments/${id}`);
  };
  return (
    <ConfirmDialog
      title={t('impact.dialog', { label: edition.label })}
      confirm={t('impact.open', { count: edition.entries.length })}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={value.title.trim() === ''}
    >
      <p className="soft small">{order.hint}</p>
      {FIELDS.map(({ name, rows }) => {
        const refused = command.problem?.errors?.[name];
        return (
          <TextField
            key={name}
            margin="dense"
            label={t(`amendment.${name}`)}
            required={name === 'title'}
            multiline
            minRows={rows}
            value={value[name]}
            error={refused !== undefined}
            helperText={refused === undefined ? undefined : sentence(refused)}
            onChange={(event) => setValue({ ...value, [name]: event.target.value })}
          />
        );
      })}
    </ConfirmDialog>
  );
}
