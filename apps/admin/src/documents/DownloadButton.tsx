import { useState } from 'react';
import Button from '@mui/material/Button';
import { useSearchParams } from 'react-router-dom';
import type { Edition } from '../api/types.ts';
import { useRight } from '../desk/use-me.ts';
import { useT } from '../i18n/use-t.ts';
import { StandardDialog } from './StandardDialog.tsx';

/** The edition as a file: as it is on show, which may be an earlier commit. */
export function DownloadButton({ edition }: { readonly edition: Edition }) {
  const t = useT();
  const may = useRight('export.read');
  const [params] = useSearchParams();
  const [open, setOpen] = useState(false);
  if (!may) return null;
  const commit = Number(params.get('commit') ?? Number.NaN);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('edition.download')}
      </Button>
      {open && (
        <StandardDialog
          edition={edition}
          commit={Number.isInteger(commit) ? commit : undefined}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
