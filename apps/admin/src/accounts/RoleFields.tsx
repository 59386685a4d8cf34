import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { ROLES, type Role } from '@dingben/workflow';
import { useT, useWord } from '../i18n/use-t.ts';

/** Each of these goes with no other role. */
const ALONE: readonly Role[] = ['auditor', 'admin'];

/** Whether a role can be held beside those that are chosen. */
export function fits(role: Role, chosen: readonly Role[]): boolean {
  const others = chosen.filter((one) => one !== role);
  return others.length === 0 || !(ALONE.includes(role) || others.some((one) => ALONE.includes(one)));
}

interface Props {
  readonly value: readonly Role[];
  readonly disabled: boolean;
  readonly onChange: (value: Role[]) => void;
}

/** The roles of an account; those that exclude each other cannot be chosen together, and it says why. */
export function RoleFields({ value, disabled, onChange }: Props) {
  const t = useT();
  const word = useWord();
  return (
    <fieldset className="roles" disabled={disabled}>
      <legend>{t('account.roles')}</legend>
      <div className="row">
        {ROLES.map((role) => (
          <FormControlLabel
            key={role}
            label={word('role', role)}
            disabled={disabled || (!value.includes(role) && !fits(role, value))}
            control={
              <Checkbox
                size="small"
                checked={value.includes(role)}
                onChange={(event) =>
                  onChange(ROLES.filter((one) => (one === role ? event.target.checked : value.includes(one))))
                }
              />
            }
          />
        ))}
      </div>
      <p className="soft small">{t(disabled ? 'account.selfRoles' : 'account.rolesHelp')}</p>
    </fieldset>
  );
}
