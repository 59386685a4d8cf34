import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { accountsQuery } from '../api/queries.ts';
import type { EditionSummary } from '../api/types.ts';
import { editionAddress } from '../editions/address.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';

/** For the auditor: the proof that the ledger holds. */
export function AuditCard() {
  const t = useT();
  return (
    <section>
      <div className="pane-head">
        <h2>{t('dashboard.audit')}</h2>
      </div>
      <div className="card on">
        <p>{t('dashboard.auditHint')}</p>
        <Button variant="contained" component={Link} to="/ledger">
          {t('dashboard.toLedger')}
        </Button>
      </div>
    </section>
  );
}

/** For the publisher: editions that somebody asked to be published. */
export function PublishCard({ drafts }: { readonly drafts: readonly EditionSummary[] }) {
  const t = useT();
  const { date } = useFormat();
  const waiting = drafts.filter(({ state }) => state === 'scheduled');
  return (
    <section>
      <div className="pane-head">
        <h2>{t('dashboard.publish')}</h2>
      </div>
      {waiting.length === 0 && (
        <p className="card soft">
          {t('dashboard.publishEmpty')} {t('dashboard.publishHint')}
        </p>
      )}
      {waiting.map(({ effectiveDate, id, label, standardTitle }) => (
        <div key={id} className="card on">
          <div className="row">
            <b lang="zh-CN">{label}</b>
            {effectiveDate !== null && <small>{t('dashboard.scheduled', { date: date(effectiveDate) })}</small>}
            <Button className="end" variant="contained" component={Link} to={editionAddress(id)}>
              {t('dashboard.toPublish')}
            </Button>
          </div>
          <small lang="zh-CN">{standardTitle}</small>
        </div>
      ))}
    </section>
  );
}

/** For the administrator. */
export function AccountsCard() {
  const t = useT();
  const { number } = useFormat();
  const accounts = useQuery(accountsQuery({ active: true }));
  return (
    <section>
      <div className="pane-head">
        <h2>{t('dashboard.accounts')}</h2>
      </div>
      <div className="card on">
        <p>{t('dashboard.accountsHint')}</p>
        <div className="row">
          <Button variant="contained" component={Link} to="/accounts">
            {t('dashboard.toAccounts')}
          </Button>
          {accounts.data !== undefined && (
            <small>{t('dashboard.accountCount', { count: number(accounts.data.total) })}</small>
          )}
        </div>
      </div>
    </section>
  );
}
