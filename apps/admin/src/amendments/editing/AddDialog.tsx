import { useState } from 'react';
import TextField from '@mui/material/TextField';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import type { Entry } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import type { OutlineView } from '../../editions/use-outline.ts';
import { useSentence, useT } from '../../i18n/use-t.ts';
import { EMPTY_PROVISIONS, fieldProblem } from './form.ts';
import { placeOf, type PlaceValue } from './place.ts';
import { PlaceFields } from './PlaceFields.tsx';
import { ReopensNote } from './ReopensNote.tsx';
import type { Editing } from './use-editing.ts';

interface Props {
  readonly amendment: Amendment;
  /** The entry after which the new one stands unless another place is chosen. */
  readonly entry: Entry;
  readonly view: OutlineView;
  readonly editing: Editing;
  readonly onClose: () => void;
}

/** Asks for title and place, then opens the new entry's provisions in the form. */
export function AddDialog({ amendment, entry, view, editing, onClose }: Props) {
  const t = useT();
  const sentence = useSentence();
  const command = useCommand<Edit>();
  const [title, setTitle] = useState('');
  const [place, setPlace] = useState<PlaceValue | null>(() => placeOf(view.all, entry.serviceId));
  const refused = fieldProblem(command.problem, 'title', title);
  const submit = async () => {
    const body = { kind: 'add', ...place, title, provisions: EMPTY_PROVISIONS };
    const outcome = await command.run({ method: 'POST', path: `/amendments/${amendment.id}/edits`, body });
    if (!outcome.ok) return;
    onClose();
    editing.open(outcome.answer.value.id);
  };
  return (
    <ConfirmDialog
      title={t('editing.addTitle')}
      confirm={t('editing.confirmAdd')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={title.trim() === '' || place === null}
    >
      <ReopensNote amendment={amendment} />
      <TextField
        autoFocus
        required
        margin="dense"
        label={t('editing.newTitle')}
        value={title}
        error={refused !== null}
        helperText={refused === null ? t('editing.addText') : sentence(refused)}
        onChange={(event) => setTitle(event.target.value)}
      />
      {place !== null && <PlaceFields view={view} value={place} onChange={setPlace} />}
    </ConfirmDialog>
  );
}
