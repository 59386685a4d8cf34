import { useState } from 'react';
import { useNotify } from 'ra-core';
import type { Account } from '../api/types.ts';
import { useCommand } from '../api/use-command.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useT } from '../i18n/use-t.ts';
import type { AccountDialogProps } from './AccountDialogs.tsx';
import { PasswordField } from './PasswordField.tsx';
import { SHORTEST_PASSWORD } from './password.ts';

/** Gives an account a new password; its person is signed out everywhere. */
export function PasswordResetDialog({ account, onClose, onSaved }: AccountDialogProps) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<Account>();
  const [{ id, name, version }] = useState(account);
  const [password, setPassword] = useState('');
  const submit = async () => {
    const path = `/accounts/${id}/password`;
    const outcome = await command.run({ method: 'POST', path, body: { password }, version });
    if (!outcome.ok) return;
    notify(t('account.resetDone'), { type: 'success' });
    onSaved();
    onClose();
  };
  return (
    <ConfirmDialog
      title={`${t('account.reset')} — ${name}`}
      confirm={t('account.reset')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={password.length < SHORTEST_PASSWORD}
    >
      <p style={{ marginTop: 0 }}>{t('account.resetHint', { name })}</p>
      <PasswordField
        label={t('account.newPassword')}
        value={password}
        problem={command.problem}
        onChange={setPassword}
      />
    </ConfirmDialog>
  );
}
