import { useState } from 'react';
import Button from '@mui/material/Button';
import type { Comparison } from '../api/types.ts';
import { useCopy } from '../desk/use-copy.ts';
import { useRight } from '../desk/use-me.ts';
import { ComparedDialog } from '../documents/ComparedDialog.tsx';
import { useT } from '../i18n/use-t.ts';
import { Actions } from '../layout/slots.tsx';
import type { ComparisonView } from './address.ts';
import type { PlaceWords } from './rows.ts';
import { useExport } from './use-export.ts';

interface Props {
  readonly comparison: Comparison;
  readonly entries: Comparison['entries'];
  readonly words: PlaceWords;
  readonly view: ComparisonView;
}

/** What may be done with a comparison: the link, the table of its lines, the documents. */
export function ComparisonActions({ comparison, entries, words, view }: Props) {
  const t = useT();
  const mayWrite = useRight('export.read');
  const [writing, setWriting] = useState(false);
  const copy = useCopy();
  const save = useExport(words);
  return (
    <Actions>
      <Button onClick={() => copy(window.location.href)}>{t('common.copyLink')}</Button>
      <Button variant="outlined" onClick={() => save(comparison, entries)}>
        {t('comparison.export')}
      </Button>
      {mayWrite && (
        <Button variant="contained" aria-haspopup="dialog" onClick={() => setWriting(true)}>
          {t('produced.compared')}
        </Button>
      )}
      {writing && (
        <ComparedDialog
          comparison={comparison}
          before={view.before}
          after={view.after}
          onClose={() => setWriting(false)}
        />
      )}
    </Actions>
  );
}
