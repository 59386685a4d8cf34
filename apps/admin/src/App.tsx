import { Admin } from 'react-admin';
import { deskI18nProvider } from './i18n/provider.ts';
import { Shell } from './layout/Shell.tsx';
import { deskAuthProvider } from './providers/auth-provider.ts';
import { deskDataProvider } from './providers/data-provider.ts';
import { deskQueryClient } from './providers/query-client.ts';
import { Broken, Forbidden, Loading, NotFound } from './desk/states.tsx';
import { Dashboard, pages } from './routes.tsx';
import { SignInPage } from './sign-in/SignInPage.tsx';
import { darkTheme, lightTheme } from './theme/theme.ts';

const queryClient = deskQueryClient();
const authProvider = deskAuthProvider(queryClient);
const dataProvider = deskDataProvider();
const i18nProvider = deskI18nProvider();

/** The composition of the desk: providers, look, shell and the routes. */
export function App() {
  return (
    <Admin
      title="定本"
      queryClient={queryClient}
      authProvider={authProvider}
      dataProvider={dataProvider}
      i18nProvider={i18nProvider}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
      layout={Shell}
      dashboard={Dashboard}
      loginPage={SignInPage}
      catchAll={NotFound}
      accessDenied={Forbidden}
      error={Broken}
      loading={Loading}
      requireAuth
      disableTelemetry
    >
      {pages}
    </Admin>
  );
}
