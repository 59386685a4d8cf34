import { useEffect, useState } from 'react';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../api/client.ts';
import { meQuery } from '../api/queries.ts';
import { reread } from '../api/reread.ts';
import type { Me } from '../api/types.ts';
import { useMe } from '../desk/use-me.ts';
import { useT } from '../i18n/use-t.ts';
import { onSessionLost } from '../providers/query-client.ts';
import { SignInForm } from './SignInForm.tsx';

/** Asks for the password over the page when the session ends, so that nothing on the page is lost. */
export function SessionDialog() {
  const t = useT();
  const me = useMe();
  const queries = useQueryClient();
  const [lost, setLost] = useState(false);
  useEffect(() => onSessionLost(() => setLost(true)), []);
  if (!lost || me === null) return null;
  const signIn = async (username: string, password: string) => {
    const { value } = await send<Me>({ method: 'POST', path: '/session', body: { username, password } });
    // Another person must not go on in the first one's forms.
    if (value.id !== me.id) {
      window.location.assign('/');
      return;
    }
    queries.setQueryData(meQuery().queryKey, value);
    setLost(false);
    await reread(queries);
  };
  return (
    <Dialog open maxWidth="xs" fullWidth aria-labelledby="session-lost">
      <DialogTitle id="session-lost">{t('signIn.again')}</DialogTitle>
      <DialogContent>
        <p className="soft">
          {t('signIn.againHint')} {t('signIn.otherPerson')}
        </p>
        <SignInForm signIn={signIn} username={me.username} />
      </DialogContent>
    </Dialog>
  );
}
