import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ProblemDocument } from '../api/problem.ts';
import { useSentence, useT, useWord } from '../i18n/use-t.ts';

const KINDS = ['final', 'consultation-draft'] as const;

export interface EditionText {
  readonly label: string;
  readonly kind: (typeof KINDS)[number];
  /** The first edition of another standard, with the code and title below. */
  readonly isOther: boolean;
  readonly code: string;
  readonly title: string;
}

interface Props {
  readonly value: EditionText;
  readonly problem: ProblemDocument | null;
  /** There is no edition yet, so it can only be another standard. */
  readonly isFirst: boolean;
  readonly onChange: (value: EditionText) => void;
}

/** What a new edition is called, and of which standard it is. */
export function EditionFields({ value, problem, isFirst, onChange }: Props) {
  const t = useT();
  const word = useWord();
  const sentence = useSentence();
  const field = (name: 'label' | 'code' | 'title', path: string, label: string, help: string) => {
    const refused = problem?.errors?.[path];
    return (
      <TextField
        margin="dense"
        required
        label={label}
        value={value[name]}
        error={refused !== undefined}
        helperText={refused === undefined ? help : sentence(refused)}
        onChange={(event) => onChange({ ...value, [name]: event.target.value })}
      />
    );
  };
  return (
    <>
      {field('label', 'edition.label', t('completion.label'), t('completion.labelHelp'))}
      <TextField
        select
        margin="dense"
        label={t('completion.kind')}
        value={value.kind}
        // The options below are the kinds and nothing else.
        onChange={(event) => onChange({ ...value, kind: event.target.value as EditionText['kind'] })}
      >
        {KINDS.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {word('editionKind', kind)}
          </MenuItem>
        ))}
      </TextField>
      {!isFirst && (
        <label className="row">
          <input
            type="checkbox"
            checked={value.isOther}
            onChange={(event) => onChange({ ...value, isOther: event.target.checked })}
          />
          {t('completion.otherStandard')}
        </label>
      )}
      {(value.isOther || isFirst) && (
        <>
          {field('title', 'edition.standard.title', t('completion.standardTitle'), '')}
          {field('code', 'edition.standard.code', t('completion.standardCode'), t('completion.standardCodeHelp'))}
        </>
      )}
    </>
  );
}
