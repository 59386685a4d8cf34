import Button from '@mui/material/Button';
import { Link, useLocation } from 'react-router-dom';
import { useT } from '../i18n/use-t.ts';

/** Says that an earlier state is on show, and leads back to the present one. */
export function CommitBar({ commit }: { readonly commit: number }) {
  const t = useT();
  const { pathname } = useLocation();
  return (
    <section className="amendment-bar" aria-label={t('edition.head', { number: commit })}>
      <b>{t('edition.asOf', { number: commit })}</b>
      <Button variant="outlined" component={Link} to={pathname}>
        {t('edition.present')}
      </Button>
    </section>
  );
}
