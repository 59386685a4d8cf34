import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Link } from 'react-router-dom';
import type { LedgerItem } from '../api/types.ts';
import { exceptDouble } from '../desk/stray-click.ts';
import { editionAddress } from '../editions/address.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';

/** One record whole: what a person compares with an exported ledger or a printed fingerprint. */
export function LedgerDetails({ item, onClose }: { readonly item: LedgerItem; readonly onClose: () => void }) {
  const t = useT();
  const word = useWord();
  const { moment } = useFormat();
  const address = subjectAddress(item);
  const hashes = [
    [t('ledger.before'), item.beforeHash],
    [t('ledger.afterHash'), item.afterHash],
    [t('ledger.prevHash'), item.prevHash],
    [t('ledger.hash'), item.hash],
    [t('ledger.request'), item.requestId],
  ] as const;
  return (
    <Dialog open onClose={exceptDouble(onClose)} maxWidth="md" fullWidth aria-labelledby="ledger-record">
      <DialogTitle id="ledger-record">
        {t('ledger.seq')} {item.seq} · {word('act', item.action, t('act.unknown'))}
      </DialogTitle>
      <DialogContent>
        <dl className="facts">
          <dt>{t('ledger.at')}</dt>
          <dd>{moment(item.at)}</dd>
          <dt>{t('ledger.actor')}</dt>
          <dd>{item.actor?.name ?? t('ledger.system')}</dd>
          <dt>{t('ledger.outcome')}</dt>
          <dd>{word('outcome', item.outcome)}</dd>
          <dt>{t('ledger.subject')}</dt>
          <dd>
            {word('subject', item.subjectType, '')}{' '}
            {address === null ? item.label : <Link to={address}>{item.label ?? t('common.open')}</Link>}
          </dd>
          {hashes.map(([label, value]) =>
            value === null ? null : (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd className="hash">{value}</dd>
              </div>
            ),
          )}
        </dl>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function subjectAddress({ subjectId, subjectType }: LedgerItem): string | null {
  if (subjectId === null) return null;
  if (subjectType === 'amendment') return `/amendments/${subjectId}`;
  return subjectType === 'edition' ? editionAddress(subjectId) : null;
}
