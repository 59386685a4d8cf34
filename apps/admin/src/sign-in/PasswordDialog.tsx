import { useState, type SyntheticEvent } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useNotify } from 'ra-core';
import { useCommand } from '../api/use-command.ts';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { exceptBeside } from '../desk/stray-click.ts';
import { useT } from '../i18n/use-t.ts';

const FIELDS = [
  { name: 'current', complete: 'current-password' },
  { name: 'next', complete: 'new-password' },
  { name: 'repeat', complete: 'new-password' },
] as const;

export function PasswordDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand();
  const [values, setValues] = useState({ current: '', next: '', repeat: '' });
  const differs = values.repeat !== '' && values.repeat !== values.next;
  const ready = values.current !== '' && values.next.length >= 12 && values.repeat === values.next;
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    const { current, next } = values;
    const outcome = await command.run({ method: 'POST', path: '/session/password', body: { current, next } });
    if (!outcome.ok) return;
    notify(t('passwordForm.done'), { type: 'success' });
    onClose();
  };
  return (
    <Dialog open onClose={exceptBeside(onClose)} maxWidth="xs" fullWidth aria-labelledby="password-title">
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id="password-title">{t('passwordForm.title')}</DialogTitle>
        <DialogContent>
          <ProblemAlert problem={command.problem} />
          {FIELDS.map(({ name, complete }) => (
            <TextField
              key={name}
              type="password"
              margin="dense"
              label={t(`passwordForm.${name}`)}
              autoComplete={complete}
              value={values[name]}
              error={name === 'repeat' && differs}
              helperText={name === 'repeat' && differs ? t('passwordForm.mismatch') : ' '}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          ))}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!ready || command.pending}>
            {t('common.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
