import { useState } from 'react';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { fileAddress } from '../api/client.ts';
import { EXPORT_FORMATS, type EditionRef } from '../api/types.ts';
import { useRight } from '../desk/use-me.ts';
import { useT } from '../i18n/use-t.ts';

/** The edition as a file. */
export function DownloadMenu({ edition }: { readonly edition: EditionRef }) {
  const t = useT();
  const may = useRight('export.read');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (!may) return null;
  return (
    <>
      <Button aria-haspopup="menu" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        {t('edition.download')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {EXPORT_FORMATS.map((format) => (
          <MenuItem
            key={format}
            dense
            component="a"
            href={fileAddress(`/editions/${edition.id}/export/${format}`)}
            download
            onClick={() => setAnchor(null)}
          >
            {t(`exportFormat.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
