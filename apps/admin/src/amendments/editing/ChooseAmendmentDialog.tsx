import { useState } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import { amendmentsQuery } from '../../api/queries.ts';
import type { AmendmentState, EditionRef } from '../../api/types.ts';
import { AmendmentStateChip } from '../../desk/Chip.tsx';
import { ErrorState, Loading } from '../../desk/states.tsx';
import { exceptDouble } from '../../desk/stray-click.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { NewAmendmentDialog } from './NewAmendmentDialog.tsx';

interface Props {
  readonly edition: EditionRef;
  readonly onClose: () => void;
  readonly onChosen: (amendmentId: string) => void;
}

const OPEN: readonly AmendmentState[] = ['draft', 'changes_requested'];

/** A change belongs to an amendment: one of the person's own that is being written, or a new one. */
export function ChooseAmendmentDialog({ edition, onClose, onChosen }: Props) {
  const t = useT();
  const word = useWord();
  const [creating, setCreating] = useState(false);
  const query = useQuery(amendmentsQuery({ editionId: edition.id, mine: true }));
  const open = query.data?.items.filter(({ state }) => OPEN.includes(state)) ?? [];
  if (creating || (query.isSuccess && open.length === 0)) {
    return <NewAmendmentDialog edition={edition} onClose={onClose} onCreated={({ id }) => onChosen(id)} />;
  }
  return (
    <Dialog open onClose={exceptDouble(onClose)} maxWidth="sm" fullWidth aria-labelledby="choose-amendment">
      <DialogTitle id="choose-amendment">{t('amendment.choose')}</DialogTitle>
      <DialogContent>
        <p className="soft" style={{ marginTop: 0 }}>
          {t('amendment.chooseHint')}
        </p>
        {query.isPending && <Loading />}
        {query.isError && <ErrorState inline error={query.error} retry={() => void query.refetch()} />}
        {open.map((amendment) => (
          <button key={amendment.id} type="button" className="card pick" onClick={() => onChosen(amendment.id)}>
            <b>{amendment.title}</b> <AmendmentStateChip state={amendment.state} />
            <small>
              {t('amendment.number', { number: amendment.number })} · {word('reasonClass', amendment.reasonClass)} ·{' '}
              {t('amendment.scope', { entries: amendment.entries, provisions: amendment.provisions })}
            </small>
          </button>
        ))}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="outlined" onClick={() => setCreating(true)}>
          {t('amendment.another')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
