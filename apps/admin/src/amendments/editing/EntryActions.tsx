import { useState } from 'react';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Edition, Entry } from '../../api/types.ts';
import { useRight } from '../../desk/use-me.ts';
import { exceptDouble } from '../../desk/stray-click.ts';
import type { OutlineView } from '../../editions/use-outline.ts';
import { useT } from '../../i18n/use-t.ts';
import { useShortcuts } from '../../layout/use-shortcuts.ts';
import { ChooseAmendmentDialog } from './ChooseAmendmentDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { AddDialog } from './AddDialog.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { UndoEdit } from './UndoEdit.tsx';
import type { Editing } from './use-editing.ts';

interface Props {
  readonly edition: Edition;
  readonly entry: Entry;
  readonly editing: Editing;
  readonly view: OutlineView;
}

const WRITABLE: readonly Edition['state'][] = ['drafting', 'consulting', 'finalising'];
const SHAPES = ['move', 'add', 'remove'] as const;

/** What can be proposed about the entry on show. Everything happens inside an amendment; without one, that is asked first. */
export function EntryActions({ edition, entry, editing, view }: Props) {
  const t = useT();
  const may = useRight('amendment.write') && WRITABLE.includes(edition.state);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [open, setOpen] = useState<'choose' | (typeof SHAPES)[number] | null>(null);
  const { writable: amendment, edit } = editing;
  const revisable = edit === null || edit.kind === 'revise';
  const revise = () => {
    if (!may || !revisable) return;
    if (amendment === null) setOpen('choose');
    else editing.open();
  };
  useShortcuts({ e: revise });
  if (!may) return null;
  const close = () => setOpen(null);
  return (
    <div className="entry-actions">
      {revisable && (
        <Button variant="outlined" onClick={revise} aria-keyshortcuts="E">
          {t('entry.revise')}
        </Button>
      )}
      {amendment !== null && edit === null && (
        <Button
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {t('entry.more')}
        </Button>
      )}
      {amendment !== null && edit !== null && <UndoEdit amendment={amendment} edit={edit} />}
      <Menu anchorEl={anchor} open={anchor !== null} onClose={exceptDouble(() => setAnchor(null))}>
        {SHAPES.map((shape) => (
          <MenuItem
            key={shape}
            dense
            onClick={() => {
              setAnchor(null);
              setOpen(shape);
            }}
          >
            {t(`entry.${shape}`)}
          </MenuItem>
        ))}
      </Menu>
      {open === 'choose' && (
        <ChooseAmendmentDialog
          edition={edition}
          onClose={close}
          onChosen={(id) => {
            close();
            editing.choose(id, true);
          }}
        />
      )}
      {amendment !== null && open === 'remove' && <RemoveDialog {...{ amendment, entry }} onClose={close} />}
      {amendment !== null && open === 'move' && <MoveDialog {...{ amendment, entry, view }} onClose={close} />}
      {amendment !== null && open === 'add' && <AddDialog {...{ amendment, entry, view, editing }} onClose={close} />}
    </div>
  );
}
