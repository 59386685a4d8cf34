import { useEffect } from 'react';
import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import type { Import } from '../api/types.ts';
import { EmptyState } from '../desk/states.tsx';
import { editionAddress } from '../editions/address.ts';
import { useT } from '../i18n/use-t.ts';
import { dropKeptForm } from './kept-form.ts';

/** What an import became. */
export function DoneStep({ one }: { readonly one: Import }) {
  const t = useT();
  const { id, outcome } = one;
  useEffect(() => dropKeptForm(id), [id]);
  if (outcome === null) return null;
  const { amendmentId, editionId } = outcome;
  return (
    <EmptyState title={t('completion.done')}>
      <p>
        <b lang="zh-CN">{one.name}</b>
      </p>
      <p>{amendmentId === null ? t('completion.doneEdition') : t('completion.doneAmendment')}</p>
      <div className="row" style={{ justifyContent: 'center' }}>
        {amendmentId === null ? (
          <Button variant="contained" component={Link} to={editionAddress(editionId)}>
            {t('completion.toEdition')}
          </Button>
        ) : (
          <Button variant="contained" component={Link} to={`/amendments/${amendmentId}`}>
            {t('completion.toAmendment')}
          </Button>
        )}
        <Button variant="outlined" component={Link} to="/imports">
          {t('importing.another')}
        </Button>
      </div>
    </EmptyState>
  );
}
