import { useState } from 'react';
import { useNotify } from 'ra-core';
import type { Account } from '../api/types.ts';
import { useCommand } from '../api/use-command.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useT } from '../i18n/use-t.ts';

export interface AccountDialogProps {
  readonly account: Account;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Deactivates an account, or takes it into use again. */
export function ActiveDialog({ account, onClose, onSaved }: AccountDialogProps) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<Account>();
  // A refetch underneath must not turn the question round.
  const [{ active, id, name, version }] = useState(account);
  const act = t(active ? 'account.deactivate' : 'account.activate');
  const submit = async () => {
    const outcome = await command.run({ method: 'PATCH', path: `/accounts/${id}`, body: { active: !active }, version });
    if (!outcome.ok) return;
    notify(t('account.saved'), { type: 'success' });
    onSaved();
    onClose();
  };
  return (
    <ConfirmDialog
      grave={active}
      title={`${act} — ${name}`}
      confirm={act}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
    >
      {active && t('account.deactivateAsk', { name })}
    </ConfirmDialog>
  );
}

/** Signs somebody out on every device. */
export function SessionsDialog({ account, onClose }: AccountDialogProps) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<null>();
  const submit = async () => {
    const outcome = await command.run({ method: 'DELETE', path: `/accounts/${account.id}/sessions` });
    if (!outcome.ok) return;
    notify(t('account.endedSessions'), { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      title={`${t('account.endSessions')} — ${account.name}`}
      confirm={t('account.endSessions')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
    >
      {t('account.endSessionsAsk', { name: account.name })}
    </ConfirmDialog>
  );
}
