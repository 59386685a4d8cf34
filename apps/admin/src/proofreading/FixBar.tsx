import Button from '@mui/material/Button';
import { Link } from 'react-router-dom';
import type { Finding } from '../api/types.ts';
import { useT } from '../i18n/use-t.ts';
import { isFixable } from './groups.ts';
import type { Fixing } from './use-fixing.ts';

/** Into which amendment repairs go, and all that are on show at once. */
export function FixBar({ fixing, shown }: { readonly fixing: Fixing; readonly shown: readonly Finding[] }) {
  const t = useT();
  const { amendment } = fixing;
  const fixable = shown.filter((finding) => finding.state === 'open' && isFixable(finding) && !fixing.isFixed(finding));
  return (
    <div className="fix-bar">
      {amendment !== null && (
        <>
          <Link to={`/amendments/${amendment.id}`}>
            {t('proofread.within', {
              title: `${t('amendment.number', { number: amendment.number })} ${amendment.title}`,
            })}
          </Link>
          <button type="button" className="quiet" onClick={fixing.ask}>
            {t('proofread.choose')}
          </button>
        </>
      )}
      {fixable.length > 1 && (
        <Button variant="outlined" disabled={fixing.pending} onClick={() => fixing.fix(fixable)}>
          {t('proofread.fixAll', { count: fixable.length })}
        </Button>
      )}
    </div>
  );
}
