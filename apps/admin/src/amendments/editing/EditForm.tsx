import { useState } from 'react';
import Button from '@mui/material/Button';
import { useNotify } from 'ra-core';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { ProblemAlert } from '../../desk/ProblemAlert.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';
import { useShortcuts } from '../../layout/use-shortcuts.ts';
import { EditField } from './EditField.tsx';
import { fieldProblem, fieldsOf, NOTHING, textOf, valueOf, type EntryText } from './form.ts';
import { LeaveGuard } from './LeaveGuard.tsx';
import { StaleDialog } from './StaleDialog.tsx';
import type { UnsavedPlace } from './unsaved.ts';
import type { Editing } from './use-editing.ts';
import { useEntryForm } from './use-entry-form.ts';
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

/** An entry in edit fields, each beside the text that it replaces and its difference. */
export function EditForm({ amendment, editing, edit, base, baseId, number, place }: Props) {
  const t = useT();
  const notify = useNotify();
  const { clock } = useFormat();
  const [opened] = useState({ amendment, edit, base, baseId });
  const initial = opened.edit?.proposed == null ? (opened.base ?? NOTHING) : textOf(opened.edit.proposed);
  const form = useEntryForm(place, initial);
  const saving = useSaveEdit({ ...opened, serviceId: place.serviceId });
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [asking, setAsking] = useState<'reopen' | 'discard' | null>(null);
  const underReview = amendment.state === 'submitted' || amendment.state === 'approved';
  const flawed = fieldsOf(form.text).some((field) => fieldProblem(null, field, valueOf(form.text, field)) !== null);
  const save = async () => {
    setAsking(null);
    const { text } = form;
    if (!(await saving.save(text))) return;
    form.rebase(text);
    setSavedAt(Date.now());
    notify(t('editing.saved'), { type: 'success' });
  };
  const ask = () => {
    if (!form.dirty || saving.pending || flawed) return;
    if (underReview) setAsking('reopen');
    else void save();
  };
  useShortcuts({ 'mod+s': ask });
  const heading =
    number === null ? t('editing.added') : t('editing.editing', { title: `${number} ${base?.title ?? ''}` });
  return (
    <article className="paper wide-paper">
      <form className="col wide edit-form" onSubmit={(event) => (event.preventDefault(), ask())} noValidate>
        <h1>{heading}</h1>
        {(underReview || amendment.state === 'changes_requested') && (
          <div className="alert warn">{t('editing.reopens')}</div>
        )}
        {form.offered !== null && (
          <div className="alert warn row" role="status">
            <span>
              <b>{t('editing.offer', { time: clock(form.offered.at) })}</b>{' '}
              <span className="soft">{t('editing.offerHint')}</span>
            </span>
            <Button variant="contained" onClick={form.restore}>
              {t('editing.restore')}
            </Button>
            <Button onClick={form.drop}>{t('editing.drop')}</Button>
          </div>
        )}
        <ProblemAlert problem={saving.problem} />
        {fieldsOf(form.text).map((field) => (
          <EditField
            key={field}
            field={field}
            before={opened.base === null ? null : valueOf(opened.base, field)}
            value={valueOf(form.text, field)}
            problem={fieldProblem(saving.problem, field, valueOf(form.text, field))}
            onChange={(value) => form.change(field, value)}
          />
        ))}
        <footer className="edit-foot">
          <Button type="submit" variant="contained" disabled={!form.dirty || saving.pending || flawed}>
            {saving.pending ? t('common.saving') : t('editing.save')}
          </Button>
          <Button onClick={editing.close}>{t('common.close')}</Button>
          {form.dirty && <Button onClick={() => setAsking('discard')}>{t('editing.discard')}</Button>}
          <span className="soft small" role="status">
            {form.dirty ? t('editing.unsaved') : savedAt === null ? '' : t('editing.savedAt', { time: clock(savedAt) })}
          </span>
        </footer>
      </form>
      <LeaveGuard dirty={form.dirty} />
      {saving.theirs !== null && (
        <StaleDialog
          mine={form.text}
          theirs={saving.theirs}
          onClose={saving.keepMine}
          onChosen={(chosen, theirs) => {
            saving.accept(theirs);
            form.rebase(textOf(theirs.proposed ?? NOTHING));
            form.replace(chosen);
          }}
        />
      )}
      {asking === 'reopen' && (
        <ConfirmDialog
          title={t('editing.save')}
          confirm={t('editing.save')}
          onConfirm={() => void save()}
          onClose={() => setAsking(null)}
        >
          {t('editing.reopensAsk')}
        </ConfirmDialog>
      )}
      {asking === 'discard' && (
        <ConfirmDialog
          grave
          title={t('editing.discard')}
          confirm={t('editing.discard')}
          onConfirm={() => (form.discard(), setAsking(null))}
          onClose={() => setAsking(null)}
        >
          {t('editing.discardAsk')}
        </ConfirmDialog>
      )}
    </article>
  );
}
