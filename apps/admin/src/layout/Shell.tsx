import { Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTheme } from 'ra-ui-materialui';
import useMediaQuery from '@mui/material/useMediaQuery';
import { listenToChanges } from '../api/live.ts';
import { meQuery } from '../api/queries.ts';
import { ErrorState, Loading } from '../desk/states.tsx';
import { Speaking } from '../i18n/Speaking.tsx';
import { useT } from '../i18n/use-t.ts';
import { FindDialog } from './FindDialog.tsx';
import { Header } from './Header.tsx';
import { Navigation } from './Navigation.tsx';
import { SessionDialog } from '../sign-in/SessionDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { SlotsContext } from './slots.tsx';
import { useScrollKept } from './use-scroll-kept.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The frame of every page, in the person's language. */
export function Shell({ children }: { readonly children: ReactNode }) {
  return (
    <Speaking>
      <Frame>{children}</Frame>
    </Speaking>
  );
}

/** Header, slim navigation, the page itself, and what may come over it. */
function Frame({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const [where, setWhere] = useState<HTMLElement | null>(null);
  const [actions, setActions] = useState<HTMLElement | null>(null);
  const [over, setOver] = useState<'find' | 'help' | null>(null);
  const slots = useMemo(() => ({ where, actions }), [where, actions]);
  const queries = useQueryClient();
  useEffect(() => listenToChanges(queries), [queries]);
  useColours();
  const page = useRef<HTMLElement>(null);
  useScrollKept(page);
  useShortcuts({ 'mod+k': () => setOver('find'), '?': () => setOver('help') });
  return (
    <SlotsContext value={slots}>
      <div className="desk">
        <a className="skip" href="#page">
          {t('shell.skip')}
        </a>
        <Header
          setWhere={setWhere}
          setActions={setActions}
          onFind={() => setOver('find')}
          onHelp={() => setOver('help')}
        />
        <Navigation />
        <main id="page" ref={page} tabIndex={-1}>
          <Suspense fallback={<Loading />}>
            <WhenKnown>{children}</WhenKnown>
          </Suspense>
        </main>
      </div>
      {over === 'find' && <FindDialog onClose={() => setOver(null)} />}
      {over === 'help' && <ShortcutsDialog onClose={() => setOver(null)} />}
      <SessionDialog />
    </SlotsContext>
  );
}

/** A page needs to know who looks at it. Where that could not be asked, it is asked again before the page is drawn. */
function WhenKnown({ children }: { readonly children: ReactNode }) {
  const me = useQuery(meQuery());
  if (me.isError && me.data === undefined) return <ErrorState error={me.error} retry={() => void me.refetch()} />;
  return children;
}

/** Light or dark by choice, else by the machine's setting; the style sheets read it from the root element. */
function useColours(): void {
  const dark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const [mode] = useTheme(dark ? 'dark' : 'light');
  useEffect(() => {
    document.documentElement.dataset['theme'] = mode;
  }, [mode]);
}
