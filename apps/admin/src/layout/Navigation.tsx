import AccountTree from '@mui/icons-material/ApartmentOutlined';
import Article from '@mui/icons-material/ArticleOutlined';
import Compare from '@mui/icons-material/CompareArrowsOutlined';
import Desk from '@mui/icons-material/SpaceDashboardOutlined';
import Edit from '@mui/icons-material/EditNoteOutlined';
import Gavel from '@mui/icons-material/GavelOutlined';
import Import from '@mui/icons-material/UploadFileOutlined';
import Quantity from '@mui/icons-material/StraightenOutlined';
import Ledger from '@mui/icons-material/ReceiptLongOutlined';
import People from '@mui/icons-material/PeopleOutlined';
import { NavLink } from 'react-router-dom';
import { useMe } from '../desk/use-me.ts';
import { useT } from '../i18n/use-t.ts';
import { mayOpen } from '../providers/auth-provider.ts';

const PLACES = [
  { resource: 'dashboard', to: '/', Sign: Desk },
  { resource: 'editions', to: '/editions', Sign: Article },
  { resource: 'amendments', to: '/amendments', Sign: Edit },
  { resource: 'comparisons', to: '/comparisons', Sign: Compare },
  { resource: 'quantities', to: '/quantities', Sign: Quantity },
  { resource: 'regulations', to: '/regulations', Sign: Gavel },
  { resource: 'imports', to: '/imports', Sign: Import },
  { resource: 'agencies', to: '/agencies', Sign: AccountTree },
  { resource: 'ledger', to: '/ledger', Sign: Ledger },
  { resource: 'accounts', to: '/accounts', Sign: People },
] as const;

/** The places that the person's rights open. */
export function Navigation() {
  const t = useT();
  const me = useMe();
  if (me === null) return <nav className="rail" aria-label={t('shell.nav.label')} />;
  return (
    <nav className="rail" aria-label={t('shell.nav.label')}>
      <ul>
        {PLACES.filter(({ resource }) => mayOpen(me, resource)).map(({ resource, to, Sign }) => (
          <li key={resource}>
            <NavLink to={to} end={to === '/'}>
              <Sign aria-hidden />
              {t(`shell.nav.${resource}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
