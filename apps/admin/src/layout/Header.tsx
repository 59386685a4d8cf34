import { useState } from 'react';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import DarkMode from '@mui/icons-material/DarkModeOutlined';
import LightMode from '@mui/icons-material/LightModeOutlined';
import { useI18nProvider, useLocaleState, useLogout } from 'ra-core';
import { useTheme } from 'ra-ui-materialui';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Link } from 'react-router-dom';
import { exceptDouble } from '../desk/stray-click.ts';
import { useMe } from '../desk/use-me.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { PasswordDialog } from '../sign-in/PasswordDialog.tsx';

interface Props {
  readonly setWhere: (element: HTMLElement | null) => void;
  readonly setActions: (element: HTMLElement | null) => void;
  readonly onFind: () => void;
  readonly onHelp: () => void;
}

/** 52 pixels: the mark, where am I, the find box, the page's own buttons, the person. */
export function Header({ setWhere, setActions, onFind, onHelp }: Props) {
  const t = useT();
  return (
    <header>
      <Link to="/" className="mark">
        定本
      </Link>
      <div className="where" ref={setWhere} />
      <button type="button" className="find" onClick={onFind} aria-keyshortcuts="Control+K">
        <span>{t('shell.find.label')}</span>
        <kbd>{t('shell.find.key')}</kbd>
      </button>
      <div className="actions" ref={setActions} />
      <div className="tools">
        <LanguageSwitch />
        <ColourSwitch />
        <PersonMenu onHelp={onHelp} />
      </div>
    </header>
  );
}

function LanguageSwitch() {
  const t = useT();
  const provider = useI18nProvider();
  const [locale, setLocale] = useLocaleState();
  const change = async () => {
    const next = locale === 'en' ? 'zh-CN' : 'en';
    await provider.changeLocale(next);
    setLocale(next);
  };
  return (
    <button
      type="button"
      className="icon"
      title={t('shell.language')}
      aria-label={`${t('shell.languageMark')} ${t('shell.language')}`}
      onClick={() => void change()}
    >
      {t('shell.languageMark')}
    </button>
  );
}

function ColourSwitch() {
  const t = useT();
  const dark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const [mode, setMode] = useTheme(dark ? 'dark' : 'light');
  const label = t(mode === 'dark' ? 'shell.toLight' : 'shell.toDark');
  const Sign = mode === 'dark' ? LightMode : DarkMode;
  return (
    <button
      type="button"
      className="icon"
      title={label}
      aria-label={label}
      onClick={() => setMode(mode === 'dark' ? 'light' : 'dark')}
    >
      <Sign fontSize="small" />
    </button>
  );
}

function PersonMenu({ onHelp }: { readonly onHelp: () => void }) {
  const t = useT();
  const word = useWord();
  const me = useMe();
  const logout = useLogout();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [password, setPassword] = useState(false);
  if (me === null) return null;
  const close = () => setAnchor(null);
  const choose = (act: () => void) => {
    close();
    act();
  };
  return (
    <>
      <button
        type="button"
        className="who"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={t('shell.person', { name: me.name })}
        title={me.name}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {Array.from(me.name).at(-1)}
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={exceptDouble(close)}>
        <MenuItem disabled divider sx={{ '&.Mui-disabled': { opacity: 1 }, display: 'block', fontSize: 14 }}>
          {me.name}
          <span className="soft small" style={{ display: 'block' }}>
            {me.roles.map((role) => word('role', role)).join(' · ')}
          </span>
        </MenuItem>
        <MenuItem dense onClick={() => choose(() => setPassword(true))}>
          {t('shell.password')}
        </MenuItem>
        <MenuItem dense onClick={() => choose(onHelp)}>
          {t('shell.help')}
        </MenuItem>
        <MenuItem dense onClick={() => void logout()}>
          {t('shell.signOut')}
        </MenuItem>
      </Menu>
      {password && <PasswordDialog onClose={() => setPassword(false)} />}
    </>
  );
}
