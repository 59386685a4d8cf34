import { useState } from 'react';
import Button from '@mui/material/Button';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';
import type { EntryForm } from './use-entry-form.ts';

/** Offers the text of an earlier visit that was never saved. */
export function UnsavedOffer({ form }: { readonly form: EntryForm }) {
  const t = useT();
  const { time } = useFormat();
  if (form.offered === null) return null;
  return (
    <div className="alert warn row" role="status">
      <span>
        <b>{t('editing.offer', { time: time(new Date(form.offered.at).toISOString()) })}</b>{' '}
        <span className="soft">{t('editing.offerHint')}</span>
      </span>
      <Button variant="contained" onClick={form.restore}>
        {t('editing.restore')}
      </Button>
      <Button onClick={form.drop}>{t('editing.drop')}</Button>
    </div>
  );
}

interface FootProps {
  readonly form: EntryForm;
  readonly pending: boolean;
  /** Something in a field would be refused. */
  readonly flawed: boolean;
  readonly savedAt: number | null;
  readonly onClose: () => void;
}

/** Save, close, discard, and where the text is kept just now. */
export function EditFoot({ form, pending, flawed, savedAt, onClose }: FootProps) {
  const t = useT();
  const { clock } = useFormat();
  const [asking, setAsking] = useState(false);
  const saved = savedAt === null ? '' : t('editing.savedAt', { time: clock(savedAt) });
  return (
    <footer className="edit-foot">
      <Button type="submit" variant="contained" disabled={!form.dirty || pending || flawed}>
        {pending ? t('common.saving') : t('editing.save')}
      </Button>
      <Button onClick={onClose}>{t('common.close')}</Button>
      {form.dirty && <Button onClick={() => setAsking(true)}>{t('editing.discard')}</Button>}
      <span className="soft small" role="status">
        {form.dirty ? t('editing.unsaved') : saved}
      </span>
      {asking && (
        <ConfirmDialog
          grave
          title={t('editing.discard')}
          confirm={t('editing.discard')}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            form.discard();
            setAsking(false);
          }}
        >
          {t('editing.discardAsk')}
        </ConfirmDialog>
      )}
    </footer>
  );
}
