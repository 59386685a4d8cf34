import { useState, type SyntheticEvent } from 'react';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { problemOf, type ProblemDocument } from '../api/problem.ts';
import { ProblemAlert } from '../desk/ProblemAlert.tsx';
import { useT } from '../i18n/use-t.ts';

interface Props {
  readonly signIn: (username: string, password: string) => Promise<void>;
  readonly username?: string;
}

/** User name and password; a refusal stands above them as a sentence and keeps what was typed. */
export function SignInForm({ signIn, username: known = '' }: Props) {
  const t = useT();
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ProblemDocument | null>(null);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setPending(true);
    setProblem(null);
    try {
      await signIn(username, password);
    } catch (error) {
      setProblem(problemOf(error));
      setPending(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <ProblemAlert problem={problem} />
      <TextField
        label={t('signIn.username')}
        name="username"
        autoComplete="username"
        autoFocus={known === ''}
        required
        margin="dense"
        value={username}
        onChange={(event) => setUsername(event.target.value)}
      />
      <TextField
        label={t('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        autoFocus={known !== ''}
        required
        margin="dense"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button
        type="submit"
        variant="contained"
        fullWidth
        sx={{ mt: 2, minHeight: 40 }}
        disabled={pending || username === '' || password === ''}
      >
        {pending ? t('signIn.pending') : t('signIn.submit')}
      </Button>
    </form>
  );
}
