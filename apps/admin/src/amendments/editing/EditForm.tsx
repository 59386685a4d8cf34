import { useState } from 'react';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { ProblemAlert } from '../../desk/ProblemAlert.tsx';
import { useT } from '../../i18n/use-t.ts';
import { useShortcuts } from '../../layout/use-shortcuts.ts';
import { useTitle } from '../../layout/use-title.ts';
import { isClosed, isUnderReview } from '../states.ts';
import { EditField } from './EditField.tsx';
import { EditFoot, UnsavedOffer } from './EditFoot.tsx';
import { fieldProblem, fieldsOf, NOTHING, textOf, valueOf, type EntryText } from './form.ts';
import { LeaveGuard } from './LeaveGuard.tsx';
import { StaleDialog } from './StaleDialog.tsx';
import { StandingNotice } from './StandingNotice.tsx';
import type { UnsavedPlace } from './unsaved.ts';
import type { Editing } from './use-editing.ts';
import { useEntryForm } from './use-entry-form.ts';
import { useFieldFindings } from './use-field-findings.ts';
import { useSaveEdit } from './use-save-edit.ts';

interface Props {
  readonly amendment: Amendment;
  readonly editing: Editing;
  readonly edit: Edit | null;
  /** The text that is replaced; null for an added entry. */
  readonly base: EntryText | null;
  readonly baseId: string | null;
  readonly number: string | null;
  readonly place: UnsavedPlace;
}

function startOf({ edit, base }: Pick<Props, 'edit' | 'base'>): EntryText {
  const proposed = edit?.proposed ?? null;
  return proposed === null ? (base ?? NOTHING) : textOf(proposed);
}

/** An entry in edit fields, each beside the text that it replaces and its difference. */
export function EditForm({ amendment, editing, edit, base, baseId, number, place }: Props) {
  const t = useT();
  // What the form was opened with: a refetch underneath changes none of it.
  const [opened] = useState({ amendment, edit, base, baseId });
  const form = useEntryForm(place, startOf(opened));
  const findingsOf = useFieldFindings(amendment.editionId, place.serviceId, form.text);
  const saving = useSaveEdit({ ...opened, serviceId: place.serviceId });
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [asking, setAsking] = useState(false);
  const closed = isClosed(amendment);
  const refused =
    closed || fieldsOf(form.text).some((field) => fieldProblem(null, field, valueOf(form.text, field)) !== null);
  const save = async () => {
    setAsking(false);
    const { text } = form;
    if (!(await saving.save(text))) return;
    form.rebase(text);
    setSavedAt(Date.now());
  };
  const ask = () => {
    if (!form.dirty || saving.pending || refused) return;
    if (isUnderReview(amendment)) setAsking(true);
    else void save();
  };
  useShortcuts({ 'mod+s': ask });
  const heading =
    number === null ? t('editing.added') : t('editing.editing', { title: `${number} ${base?.title ?? ''}` });
  useTitle(heading);
  return (
    <article className="paper wide-paper">
      <form
        className="col wide edit-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <h1>{heading}</h1>
        <StandingNotice amendment={amendment} />
        <UnsavedOffer form={form} />
        <ProblemAlert problem={saving.problem} />
        {fieldsOf(form.text).map((field) => (
          <EditField
            key={field}
            field={field}
            before={opened.base === null ? null : valueOf(opened.base, field)}
            value={valueOf(form.text, field)}
            problem={fieldProblem(saving.problem, field, valueOf(form.text, field))}
            findings={findingsOf(field)}
            onChange={(value) => form.change(field, value)}
          />
        ))}
        <EditFoot form={form} pending={saving.pending} flawed={refused} savedAt={savedAt} onClose={editing.close} />
      </form>
      <LeaveGuard dirty={form.dirty} />
      {saving.theirs !== null && (
        <StaleDialog
          base={form.saved}
          mine={form.text}
          theirs={saving.theirs}
          onClose={saving.keepMine}
          onChosen={(chosen, theirs) => {
            saving.accept();
            form.take(chosen, theirs);
          }}
        />
      )}
      {asking && !closed && (
        <ConfirmDialog
          title={t('editing.save')}
          confirm={t('editing.save')}
          onConfirm={() => void save()}
          onClose={() => setAsking(false)}
        >
          {t('editing.reopensAsk')}
        </ConfirmDialog>
      )}
    </article>
  );
}
