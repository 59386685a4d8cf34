import { useState } from 'react';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import type { Role } from '@dingben/workflow';
import type { ProblemDocument } from '../api/problem.ts';
import type { Account } from '../api/types.ts';
import { useCommand, type Outcome } from '../api/use-command.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useSentence, useT, useWord } from '../i18n/use-t.ts';
import { PasswordField } from './PasswordField.tsx';
import { SHORTEST_PASSWORD } from './password.ts';
import { RoleFields } from './RoleFields.tsx';

interface Props {
  /** Null: a new one. */
  readonly account: Account | null;
  /** The administrator's own. */
  readonly self: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Opens an account, or changes the name and roles of one with the version that was opened. */
export function AccountForm({ account, self, onClose, onSaved }: Props) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<Account>();
  const [seen, setSeen] = useState(account);
  const [stale, setStale] = useState(false);
  const [username, setUsername] = useState('');
  const [name, setName] = useState(account?.name ?? '');
  const [roles, setRoles] = useState<readonly Role[]>(account?.roles ?? []);
  const [password, setPassword] = useState('');
  const refused = useFieldSentence(command.problem);
  const send = (): Promise<Outcome<Account>> => {
    if (seen === null) {
      return command.run({ method: 'POST', path: '/accounts', body: { username, name, roles, password } });
    }
    const body = { ...(name === seen.name ? {} : { name }), ...(sameRoles(roles, seen.roles) ? {} : { roles }) };
    return command.run({ method: 'PATCH', path: `/accounts/${seen.id}`, body, version: seen.version });
  };
  const submit = async () => {
    const outcome = await send();
    if (outcome.ok) {
      notify(t(seen === null ? 'account.created' : 'account.saved'), { type: 'success' });
      onSaved();
      onClose();
    } else if (outcome.problem.status === 412 && outcome.problem.current) {
      // The API's own resource as it is now, by the contract.
      setSeen(outcome.problem.current as Account);
      setStale(true);
    }
  };
  const unchanged = seen !== null && name === seen.name && sameRoles(roles, seen.roles);
  const lacking = seen === null && (username === '' || password.length < SHORTEST_PASSWORD);
  return (
    <ConfirmDialog
      title={seen === null ? t('account.create') : `${t('account.edit')} — ${seen.username}`}
      confirm={t(seen === null ? 'account.create' : 'common.save')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={name.trim() === '' || roles.length === 0 || unchanged || lacking}
    >
      {stale && seen !== null && <StaleNote account={seen} />}
      {seen === null && (
        <TextField
          autoFocus
          required
          margin="dense"
          label={t('account.username')}
          value={username}
          error={refused('username') !== undefined}
          helperText={`${refused('username') ?? ''}${t('account.usernameHelp')}`}
          onChange={(event) => setUsername(event.target.value)}
          slotProps={{ htmlInput: { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } }}
        />
      )}
      <TextField
        required
        autoFocus={seen !== null}
        margin="dense"
        label={t('account.name')}
        value={name}
        error={refused('name') !== undefined}
        helperText={refused('name')}
        onChange={(event) => setName(event.target.value)}
      />
      <RoleFields value={roles} disabled={self} onChange={setRoles} />
      {seen === null && (
        <PasswordField
          label={t('account.password')}
          value={password}
          problem={command.problem}
          onChange={setPassword}
        />
      )}
    </ConfirmDialog>
  );
}

function StaleNote({ account }: { readonly account: Account }) {
  const t = useT();
  const word = useWord();
  const { list } = useFormat();
  const roles = list(account.roles.map((role) => word('role', role)));
  return <div className="alert warn">{t('account.stale', { name: account.name, roles })}</div>;
}

function sameRoles(a: readonly Role[], b: readonly Role[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role));
}

/** What stands against a field, as a sentence. */
function useFieldSentence(problem: ProblemDocument | null): (field: string) => string | undefined {
  const sentence = useSentence();
  return (field) => {
    const refused = problem?.errors?.[field];
    return refused === undefined ? undefined : sentence(refused);
  };
}
