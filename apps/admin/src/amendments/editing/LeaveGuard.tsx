import { useEffect } from 'react';
import { useBlocker } from 'react-router-dom';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useT } from '../../i18n/use-t.ts';

const PLACE = ['amendment', 'edit'] as const;

function leaves(from: { pathname: string; search: string }, to: { pathname: string; search: string }): boolean {
  const [now, next] = [new URLSearchParams(from.search), new URLSearchParams(to.search)];
  return from.pathname !== to.pathname || PLACE.some((name) => now.get(name) !== next.get(name));
}

/** Asks before unsaved work is left: by a link, by the browser's buttons, or by closing the window. */
export function LeaveGuard({ dirty, text }: { readonly dirty: boolean; readonly text?: string }) {
  const t = useT();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && leaves(currentLocation, nextLocation));
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <ConfirmDialog
      title={t('editing.leaveTitle')}
      confirm={t('editing.leave')}
      cancel={t('editing.stay')}
      onConfirm={() => blocker.proceed()}
      onClose={() => blocker.reset()}
    >
      {text ?? t('editing.leaveText')}
    </ConfirmDialog>
  );
}
