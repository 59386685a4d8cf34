import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ProblemDocument } from '../../api/problem.ts';
import { REGULATION_STATUSES, type RegulationStatus } from '../../api/types.ts';
import { useSentence, useT, useWord } from '../../i18n/use-t.ts';
import { hasEnded, type RegulationInput } from './form.ts';
import { RegulationPicker } from './RegulationPicker.tsx';

export interface FieldsProps {
  readonly input: RegulationInput;
  readonly problem: ProblemDocument | null;
  /** The regulation itself, which is not its own successor. */
  readonly except: string | null;
  readonly onChange: (input: RegulationInput) => void;
}

type TextName = Exclude<keyof RegulationInput, 'status' | 'successor'>;

interface LineProps extends FieldsProps {
  readonly name: TextName;
  readonly rows?: number;
  readonly type?: 'date';
  readonly help?: string;
}

function Line({ name, rows = 1, type, help, input, problem, onChange }: LineProps) {
  const t = useT();
  const sentence = useSentence();
  const refused = refusalOf(problem, name);
  return (
    <TextField
      margin="dense"
      type={type ?? 'text'}
      label={t(`regulation.${name}`)}
      required={name === 'title'}
      autoFocus={name === 'title'}
      multiline={rows > 1}
      minRows={rows}
      value={input[name]}
      error={refused !== undefined}
      helperText={refused === undefined ? help : sentence(refused)}
      slotProps={type === 'date' ? { inputLabel: { shrink: true } } : {}}
      onChange={(event) => onChange({ ...input, [name]: event.target.value })}
    />
  );
}

/** A number is refused under its place in the list. */
function refusalOf(problem: ProblemDocument | null, name: TextName) {
  const errors = Object.entries(problem?.errors ?? {});
  return errors.find(([field]) => field === name || field.startsWith(`${name}.`))?.[1];
}

export function FactFields(props: FieldsProps) {
  const t = useT();
  return (
    <>
      <Line {...props} name="title" />
      <Line {...props} name="numbers" rows={2} help={t('regulation.numbersHelp')} />
      <div className="form-row">
        <Line {...props} name="issuer" />
        <Line {...props} name="level" />
      </div>
      <div className="form-row">
        <Line {...props} name="issuedOn" type="date" />
        <Line {...props} name="effectiveOn" type="date" />
      </div>
      <Line {...props} name="source" />
    </>
  );
}

export function StatusFields(props: FieldsProps) {
  const t = useT();
  const word = useWord();
  const { input, except, onChange } = props;
  return (
    <>
      <div className="form-row">
        <TextField
          select
          margin="dense"
          label={t('regulation.status')}
          value={input.status}
          // The options below are the statuses and nothing else.
          onChange={(event) => onChange({ ...input, status: event.target.value as RegulationStatus })}
        >
          {REGULATION_STATUSES.map((status) => (
            <MenuItem key={status} value={status}>
              {word('regulationStatus', status)}
            </MenuItem>
          ))}
        </TextField>
        {hasEnded(input.status) && <Line {...props} name="repealedOn" type="date" />}
      </div>
      {input.status !== 'in-force' && (
        <RegulationPicker
          label={t('regulation.successor')}
          help={t('regulation.successorHelp')}
          value={input.successor}
          except={except}
          onChange={(successor) => onChange({ ...input, successor })}
        />
      )}
    </>
  );
}

export function CommentField(props: FieldsProps) {
  const t = useT();
  return <Line {...props} name="comment" rows={2} help={t('regulation.commentHelp')} />;
}
