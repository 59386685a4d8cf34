import { useState } from 'react';
import { NOTES_FORMS, TABLE_FORMS, type Comparison } from '../api/types.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useT, useWord } from '../i18n/use-t.ts';
import { FormChoice } from './FormChoice.tsx';
import { MissingReasons } from './MissingReasons.tsx';
import { Outcome } from './Outcome.tsx';
import { useWriting } from './use-writing.ts';

interface Props {
  readonly comparison: Comparison;
  /** As the address names the sides. */
  readonly before: string;
  readonly after: string;
  readonly onClose: () => void;
}

const REASON_MISSING = 'comparison-table.reason-missing';

/** The comparison table or the revision notes of what is on show, as a file. */
export function ComparedDialog({ comparison, before, after, onClose }: Props) {
  const t = useT();
  const word = useWord();
  const writing = useWriting();
  // `comparison-table docx`: which document, and its form.
  const [chosen, setChosen] = useState('comparison-table docx');
  const [kind = '', form = ''] = chosen.split(' ');
  const missing = writing.problem?.code === REASON_MISSING ? writing.problem : null;
  const choose = (to: string) => {
    writing.forget();
    setChosen(to);
  };
  return (
    <ConfirmDialog
      title={t('produced.comparedTitle', { before: comparison.before, after: comparison.after })}
      confirm={writing.made === null ? t('produced.make') : t('produced.again')}
      cancel={t('produced.close')}
      onConfirm={() => void writing.start(kind, { before, after, form })}
      onClose={onClose}
      problem={missing === null ? writing.problem : null}
      pending={writing.busy}
    >
      {missing !== null && <MissingReasons problem={missing} />}
      <FormChoice
        name="document"
        title={t('produced.table')}
        choices={TABLE_FORMS.map((value) => ({
          value: `comparison-table ${value}`,
          name: word('tableForm', value),
          use: word('tableUse', value),
        }))}
        value={chosen}
        onChange={choose}
      />
      <FormChoice
        name="document"
        title={t('produced.notes')}
        choices={NOTES_FORMS.map((value) => ({
          value: `revision-notes ${value}`,
          name: word('notesForm', value),
          use: word('notesUse', value),
        }))}
        value={chosen}
        onChange={choose}
      />
      <p className="soft small">
        {t('produced.reasonsFrom')} {t('produced.kept')}
      </p>
      <Outcome writing={writing} />
    </ConfirmDialog>
  );
}
