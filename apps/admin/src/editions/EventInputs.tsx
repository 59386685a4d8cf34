import TextField from '@mui/material/TextField';
import type { ProblemDocument } from '../api/problem.ts';
import type { EditionEvent } from '../api/types.ts';
import { useSentence, useT } from '../i18n/use-t.ts';

/** What a person fills in for an event, as the fields hold it. */
export interface Given {
  readonly effectiveDate: string;
  /** `2026-12-01T09:00`, in Beijing. */
  readonly publishAt: string;
  readonly comment: string;
}

const DATED: readonly EditionEvent[] = ['schedule', 'withdraw'];
const EXPLAINED: readonly EditionEvent[] = ['abandon', 'withdraw'];

/** Whether something that the event asks for is not there yet. */
export function isMissing(event: EditionEvent, { effectiveDate, publishAt, comment }: Given): boolean {
  if (DATED.includes(event) && effectiveDate === '') return true;
  return (event === 'plan' && publishAt === '') || (EXPLAINED.includes(event) && comment.trim() === '');
}

/** The body of the request; Beijing has one offset all year. */
export function bodyOf(event: EditionEvent, { effectiveDate, publishAt, comment }: Given) {
  return {
    event,
    ...(DATED.includes(event) ? { effectiveDate } : {}),
    ...(event === 'plan' ? { publishAt: new Date(`${publishAt}:00+08:00`).toISOString() } : {}),
    ...(comment === '' ? {} : { comment }),
  };
}

interface Props {
  readonly event: EditionEvent;
  readonly given: Given;
  readonly onChange: (given: Given) => void;
  readonly problem: ProblemDocument | null;
}

/** The fields of an event: a day, a moment, words. */
export function EventInputs({ event, given, onChange, problem }: Props) {
  const t = useT();
  const sentence = useSentence();
  const dateProblem = problem?.errors?.['effectiveDate'];
  const isExplained = EXPLAINED.includes(event);
  const commentLabel =
    event === 'withdraw' ? 'publishing.explanation' : isExplained ? 'edition.comment' : 'edition.commentOptional';
  return (
    <>
      {DATED.includes(event) && (
        <TextField
          type="date"
          margin="dense"
          required
          label={t(event === 'withdraw' ? 'publishing.withdrawFrom' : 'edition.effective')}
          value={given.effectiveDate}
          error={dateProblem !== undefined}
          helperText={dateProblem === undefined ? ' ' : sentence(dateProblem)}
          onChange={(change) => onChange({ ...given, effectiveDate: change.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      )}
      {event === 'plan' && (
        <TextField
          type="datetime-local"
          margin="dense"
          required
          label={t('publishing.publishAt')}
          value={given.publishAt}
          helperText={t('publishing.publishAtHelp')}
          onChange={(change) => onChange({ ...given, publishAt: change.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      )}
      <TextField
        multiline
        minRows={2}
        margin="dense"
        required={isExplained}
        label={t(commentLabel)}
        value={given.comment}
        onChange={(change) => onChange({ ...given, comment: change.target.value })}
      />
    </>
  );
}
