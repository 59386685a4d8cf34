import { useEffect } from 'react';
import { useLocaleState, useLogin } from 'ra-core';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTheme } from 'ra-ui-materialui';
import { useT } from '../i18n/use-t.ts';
import { useTitle } from '../layout/use-title.ts';
import { SignInForm } from './SignInForm.tsx';
import './sign-in.css';

/** What the person opened before being asked to sign in. react-admin keeps its path and query, but not the provision after #. */
const OPENED = `${window.location.pathname}${window.location.search}${window.location.hash}`;

export function SignInPage() {
  const t = useT();
  const login = useLogin();
  useTitle(t('signIn.title'));
  const [locale, setLocale] = useLocaleState();
  const dark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const [mode] = useTheme(dark ? 'dark' : 'light');
  useEffect(() => {
    document.documentElement.dataset['theme'] = mode;
  }, [mode]);
  return (
    <main className="sign-in">
      <div className="sign-in-sheet">
        <p className="sign-in-mark" aria-hidden>
          定本
        </p>
        <p className="sign-in-tagline">{t('shell.tagline')}</p>
        <h1>{t('signIn.title')}</h1>
        <SignInForm
          signIn={async (username, password) => {
            await login({ username, password }, OPENED.includes('#') ? OPENED : undefined);
          }}
        />
        <p className="soft small">{t('signIn.account')}</p>
      </div>
      <button
        type="button"
        className="icon"
        onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}
        aria-label={`${t('shell.languageMark')} ${t('shell.language')}`}
      >
        {t('shell.languageMark')}
      </button>
    </main>
  );
}
