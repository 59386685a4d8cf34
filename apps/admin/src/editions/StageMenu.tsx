import { useState } from 'react';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { Edition, EditionEvent } from '../api/types.ts';
import { exceptDouble } from '../desk/stray-click.ts';
import { useSentence, useT, useWord } from '../i18n/use-t.ts';

/** The events that the person may cause now; those refused now stand there with the sentence why. */
export function StageMenu({ edition, onEvent }: { edition: Edition; onEvent: (event: EditionEvent) => void }) {
  const t = useT();
  const word = useWord();
  const sentence = useSentence();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  // Forking has a button of its own; here it only says why it is refused.
  const events = edition.allowedEvents.filter(({ event, allowed }) => event !== 'fork' || !allowed);
  if (events.length === 0) return null;
  return (
    <>
      <Button
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('edition.stage')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={exceptDouble(() => setAnchor(null))}>
        {events.map(({ event, allowed, reasons }) => (
          <MenuItem
            key={event}
            dense
            aria-disabled={!allowed}
            sx={{ display: 'block', maxWidth: 380, whiteSpace: 'normal' }}
            onClick={() => {
              if (!allowed) return;
              setAnchor(null);
              onEvent(event);
            }}
          >
            <span style={{ color: allowed ? undefined : 'var(--soft)' }}>{word('editionEvent', event)}</span>
            <span className="soft small" style={{ display: 'block' }}>
              {allowed ? word('editionEventHint', event, '') : reasons.map((reason) => sentence(reason)).join(' ')}
            </span>
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
