import { useState } from 'react';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { correctionsQuery } from '../../api/queries.ts';
import type { Entry, Reference } from '../../api/types.ts';
import { useT } from '../../i18n/use-t.ts';
import { CorrectionDialog } from './CorrectionDialog.tsx';
import { textOf } from './reading.ts';

interface Props {
  readonly reference: Reference;
  readonly entry: Entry;
  readonly editionId: string;
}

/** Opens the correction of one reference, where the text on show is the one that the corrections are of. */
export function CorrectButton({ reference, entry, editionId }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const corrections = useQuery(correctionsQuery(editionId, entry.serviceId)).data;
  if (corrections === undefined || corrections.contentHash !== entry.revision.contentHash) return null;
  const text = textOf(entry, reference);
  return (
    <>
      <Button size="small" aria-label={t('basis.correctThis', { text })} onClick={() => setOpen(true)}>
        {t('basis.correct')}
      </Button>
      {open && (
        <CorrectionDialog
          reference={reference}
          text={text}
          path={`/editions/${editionId}/entries/${entry.serviceId}/corrections`}
          contentHash={corrections.contentHash}
          version={corrections.version}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
