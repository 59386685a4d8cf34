import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { ProblemDocument } from '../api/problem.ts';
import { useSentence, useT } from '../i18n/use-t.ts';
import { generatePassword } from './password.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly problem: ProblemDocument | null;
  readonly onChange: (value: string) => void;
}

/** A password for somebody else: in clear, because the administrator has to hand it over. */
export function PasswordField({ label, value, problem, onChange }: Props) {
  const t = useT();
  const sentence = useSentence();
  const refused = problem?.errors?.['password'];
  return (
    <div className="row" style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
      <TextField
        required
        margin="dense"
        label={label}
        value={value}
        error={refused !== undefined}
        helperText={refused === undefined ? undefined : sentence(refused)}
        onChange={(event) => onChange(event.target.value)}
        slotProps={{ htmlInput: { autoComplete: 'off', spellCheck: false, style: { fontFamily: 'monospace' } } }}
      />
      <Button
        variant="outlined"
        sx={{ mt: 1, flex: 'none', minHeight: 40 }}
        onClick={() => onChange(generatePassword())}
      >
        {t('account.generate')}
      </Button>
    </div>
  );
}
