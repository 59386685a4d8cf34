import { useState } from 'react';
import Button from '@mui/material/Button';
import { Link, useNavigate } from 'react-router-dom';
import { NewAmendmentDialog } from '../amendments/editing/NewAmendmentDialog.tsx';
import type { Edition, EditionEvent } from '../api/types.ts';
import { EditionStateChip } from '../desk/Chip.tsx';
import { DownloadButton } from '../documents/DownloadButton.tsx';
import { useRight } from '../desk/use-me.ts';
import { useT } from '../i18n/use-t.ts';
import { Actions, Where } from '../layout/slots.tsx';
import { checklistAddress, comparisonAddress, editionAddress, proofreadingAddress } from './address.ts';
import { EditionEventDialog } from './EditionEventDialog.tsx';
import { ForkDialog } from './ForkDialog.tsx';
import { StageMenu } from './StageMenu.tsx';

const WRITABLE: readonly Edition['state'][] = ['drafting', 'consulting', 'finalising'];

/** On the way to publication. */
export const CHECKED: readonly Edition['state'][] = [...WRITABLE, 'scheduled'];

/** In the header: which edition this is, how far it is, and what can be done with it. */
export function EditionHeader({ edition }: { readonly edition: Edition }) {
  return (
    <>
      <Where>
        <EditionPlace edition={edition} />
      </Where>
      <Actions>
        <EditionActions edition={edition} />
      </Actions>
    </>
  );
}

function EditionPlace({ edition }: { readonly edition: Edition }) {
  const t = useT();
  const { basedOn, counts } = edition;
  const since =
    basedOn === null
      ? null
      : counts.mergedAmendments > 0
        ? t('edition.merged', { label: basedOn.label, count: counts.mergedAmendments })
        : t('edition.mergedNone', { label: basedOn.label });
  return (
    <>
      <Link className="where-text" to="/editions" title={edition.standardTitle}>
        {edition.standardTitle}
      </Link>
      ／
      <b className="where-edition" title={since ?? edition.label}>
        <Link to={editionAddress(edition.id)}>{edition.label}</Link>
      </b>
      <EditionStateChip state={edition.state} />
      {since !== null && <span className="where-since small">{since}</span>}
    </>
  );
}

function EditionActions({ edition }: { readonly edition: Edition }) {
  const t = useT();
  const navigate = useNavigate();
  const mayWrite = useRight('amendment.write');
  const fork = edition.allowedEvents.find(({ event }) => event === 'fork');
  const [open, setOpen] = useState<EditionEvent | 'newAmendment' | 'fork' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <DownloadButton edition={edition} />
      {edition.publication !== null && (
        <Button component={Link} to={`${editionAddress(edition.id)}/publication`}>
          {t('edition.publication')}
        </Button>
      )}
      <Button component={Link} to={proofreadingAddress(edition.id)}>
        {t('edition.findings')}
      </Button>
      {CHECKED.includes(edition.state) && (
        <Button component={Link} to={checklistAddress(edition.id)}>
          {t('publishing.checklist')}
        </Button>
      )}
      {edition.basedOn !== null && (
        <Button variant="outlined" component={Link} to={comparisonAddress(edition.basedOn.id, edition.id)}>
          {t('edition.compare')}
        </Button>
      )}
      <StageMenu edition={edition} onEvent={setOpen} />
      {fork?.allowed === true && (
        <Button variant="contained" onClick={() => setOpen('fork')}>
          {t('edition.fork')}
        </Button>
      )}
      {mayWrite && WRITABLE.includes(edition.state) && (
        <Button variant="contained" onClick={() => setOpen('newAmendment')}>
          {t('edition.newAmendment')}
        </Button>
      )}
      {open === 'newAmendment' && (
        <NewAmendmentDialog
          edition={edition}
          onClose={close}
          onCreated={({ id }) => {
            close();
            void navigate({ search: `?amendment=${id}` });
          }}
        />
      )}
      {open === 'fork' && <ForkDialog edition={edition} onClose={close} />}
      {open !== null && open !== 'fork' && open !== 'newAmendment' && (
        <EditionEventDialog edition={edition} event={open} onClose={close} />
      )}
    </>
  );
}
