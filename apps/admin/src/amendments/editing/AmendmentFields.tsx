import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ProblemDocument } from '../../api/problem.ts';
import { REASON_CLASSES, type Grounds } from '../../api/types.ts';
import { useSentence, useT, useWord } from '../../i18n/use-t.ts';

export type AmendmentText = Grounds & { readonly title: string };

interface Props {
  readonly value: AmendmentText;
  readonly problem: ProblemDocument | null;
  readonly onChange: (value: AmendmentText) => void;
}

const LINES = [
  { name: 'title', help: 'amendment.titleHelp', rows: 1, required: true },
  { name: 'rationale', help: 'amendment.rationaleHelp', rows: 3, required: false },
  { name: 'legalBasis', help: 'amendment.legalBasisHelp', rows: 2, required: false },
] as const;

/** What an amendment says of itself: title, kind of reason, rationale and legal basis. */
export function AmendmentFields({ value, problem, onChange }: Props) {
  const t = useT();
  const word = useWord();
  const sentence = useSentence();
  const [title, ...others] = LINES.map(({ name, help, rows, required }) => {
    const refused = problem?.errors?.[name];
    return (
      <TextField
        key={name}
        margin="dense"
        label={t(`amendment.${name}`)}
        autoFocus={name === 'title'}
        required={required}
        multiline={rows > 1}
        minRows={rows}
        value={value[name]}
        error={refused !== undefined}
        helperText={refused === undefined ? t(help) : sentence(refused)}
        onChange={(event) => onChange({ ...value, [name]: event.target.value })}
      />
    );
  });
  return (
    <>
      {title}
      <TextField
        select
        margin="dense"
        label={t('amendment.reasonClass')}
        value={value.reasonClass}
        // The options below are the reason classes and nothing else.
        onChange={(event) => onChange({ ...value, reasonClass: event.target.value as Grounds['reasonClass'] })}
      >
        {REASON_CLASSES.map((reasonClass) => (
          <MenuItem key={reasonClass} value={reasonClass}>
            {word('reasonClass', reasonClass)}
          </MenuItem>
        ))}
      </TextField>
      {others}
    </>
  );
}
