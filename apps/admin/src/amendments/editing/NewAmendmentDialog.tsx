import { useState } from 'react';
import { useNotify } from 'ra-core';
import type { Amendment } from '../../api/amendment-types.ts';
import type { EditionRef } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useT } from '../../i18n/use-t.ts';
import { AmendmentFields, type AmendmentText } from './AmendmentFields.tsx';

interface Props {
  readonly edition: EditionRef;
  readonly onClose: () => void;
  readonly onCreated: (amendment: Amendment) => void;
}

/** Opens an amendment: what it changes and why. The entries follow. */
export function NewAmendmentDialog({ edition, onClose, onCreated }: Props) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<Amendment>();
  const [value, setValue] = useState<AmendmentText>({
    title: '',
    reasonClass: 'fiscal-policy',
    rationale: '',
    legalBasis: '',
  });
  const submit = async () => {
    const body = { editionId: edition.id, ...value };
    const outcome = await command.run({ method: 'POST', path: '/amendments', body });
    if (!outcome.ok) return;
    notify(t('amendment.createDone', { number: outcome.answer.value.number }), { type: 'success' });
    onCreated(outcome.answer.value);
  };
  return (
    <ConfirmDialog
      title={`${t('amendment.create')} — ${edition.label}`}
      confirm={t('amendment.create')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={value.title.trim() === ''}
    >
      <AmendmentFields value={value} problem={command.problem} onChange={setValue} />
    </ConfirmDialog>
  );
}
