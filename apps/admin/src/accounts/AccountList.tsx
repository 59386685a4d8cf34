import { useState } from 'react';
import Button from '@mui/material/Button';
import { DataTable } from 'ra-ui-materialui';
import { useListContext } from 'ra-core';
import { ROLES } from '@dingben/workflow';
import type { Account } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { ExportCsv } from '../desk/ExportCsv.tsx';
import { FilterSearch, FilterSelect } from '../desk/FilterSelect.tsx';
import { Field, ListFrame } from '../desk/ListFrame.tsx';
import { useMe } from '../desk/use-me.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { ActiveDialog, SessionsDialog } from './AccountDialogs.tsx';
import { AccountForm } from './AccountForm.tsx';
import { PasswordResetDialog } from './PasswordResetDialog.tsx';

/** Who may work here, as what. Accounts are never deleted: what a person did stays theirs. */
export default function AccountList() {
  const t = useT();
  const word = useWord();
  const { date, list } = useFormat();
  const state = ({ active }: Account) => t(active ? 'account.active' : 'account.inactive');
  const roles = (account: Account) => list(account.roles.map((role) => word('role', role)));
  return (
    <ListFrame
      resource="accounts"
      title={t('account.list')}
      long="actions"
      empty={t('account.empty')}
      filters={<Filters />}
      sort={{ field: 'username', order: 'ASC' }}
      actions={
        <>
          <ExportCsv<Account>
            path="/accounts"
            fileName={t('account.list')}
            columns={[
              { label: t('account.username'), value: ({ username }) => username },
              { label: t('account.name'), value: ({ name }) => name },
              { label: t('account.roles'), value: roles },
              { label: t('account.state'), value: state },
              { label: t('account.createdAt'), value: ({ createdAt }) => date(createdAt) },
            ]}
          />
          <CreateButton />
        </>
      }
    >
      <DataTable.Col source="username" label={t('account.username')} />
      <DataTable.Col source="name" label={t('account.name')}>
        <Field<Account>
          draw={({ name }) => (
            <b className="short" style={{ fontWeight: 600 }}>
              {name}
            </b>
          )}
        />
      </DataTable.Col>
      <DataTable.Col source="roles" label={t('account.roles')} disableSort>
        <Field<Account> draw={(account) => <span className="short">{roles(account)}</span>} />
      </DataTable.Col>
      <DataTable.Col source="active" label={t('account.state')} disableSort>
        <Field<Account> draw={(account) => <Chip tone={account.active ? 'ok' : 'plain'}>{state(account)}</Chip>} />
      </DataTable.Col>
      <DataTable.Col source="createdAt" label={t('account.createdAt')}>
        <Field<Account> draw={({ createdAt }) => <span className="small">{date(createdAt)}</span>} />
      </DataTable.Col>
      <DataTable.Col source="actions" label={t('account.actions')} disableSort>
        <Field<Account> draw={(account) => <AccountActions account={account} />} />
      </DataTable.Col>
    </ListFrame>
  );
}

function CreateButton() {
  const t = useT();
  const { refetch } = useListContext();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="contained" onClick={() => setOpen(true)}>
        {t('account.create')}
      </Button>
      {open && (
        <AccountForm account={null} self={false} onClose={() => setOpen(false)} onSaved={() => void refetch()} />
      )}
    </>
  );
}

function AccountActions({ account }: { readonly account: Account }) {
  const t = useT();
  const me = useMe();
  const { refetch } = useListContext();
  const [open, setOpen] = useState<'edit' | 'password' | 'active' | 'sessions' | null>(null);
  const self = me?.id === account.id;
  const dialog = { account, onClose: () => setOpen(null), onSaved: () => void refetch() };
  return (
    <span className="row" style={{ gap: 12 }}>
      <button type="button" className="link" onClick={() => setOpen('edit')}>
        {t('account.edit')}
      </button>
      <button type="button" className="link" onClick={() => setOpen('password')}>
        {t('account.reset')}
      </button>
      {account.active && (
        <button type="button" className="link" onClick={() => setOpen('sessions')}>
          {t('account.endSessions')}
        </button>
      )}
      {!self && (
        <button type="button" className="link" onClick={() => setOpen('active')}>
          {t(account.active ? 'account.deactivate' : 'account.activate')}
        </button>
      )}
      {open === 'edit' && <AccountForm {...dialog} self={self} />}
      {open === 'password' && <PasswordResetDialog {...dialog} />}
      {open === 'active' && <ActiveDialog {...dialog} />}
      {open === 'sessions' && <SessionsDialog {...dialog} />}
    </span>
  );
}

function Filters() {
  const t = useT();
  const word = useWord();
  return (
    <>
      <FilterSearch label={t('account.search')} />
      <FilterSelect
        name="role"
        label={t('account.roles')}
        choices={ROLES.map((role) => ({ value: role, label: word('role', role) }))}
      />
      <FilterSelect
        name="active"
        label={t('account.state')}
        choices={[
          { value: 'true', label: t('account.active') },
          { value: 'false', label: t('account.inactive') },
        ]}
      />
    </>
  );
}
