import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { fileAddress } from '../api/client.ts';
import { outlineQuery } from '../api/queries.ts';
import { STANDARD_FORMS, type Edition, type StandardForm } from '../api/types.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { headingOf } from '../editions/flatten.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { FormChoice } from './FormChoice.tsx';
import { Outcome } from './Outcome.tsx';
import { saveFrom, useWriting } from './use-writing.ts';

interface Props {
  readonly edition: Edition;
  /** The commit that is on show, where it is not the latest. */
  readonly commit: number | undefined;
  readonly onClose: () => void;
}

const ISSUED: readonly Edition['state'][] = ['imported', 'published', 'superseded'];

/** An edition, or one of its chapters, as a file. */
export function StandardDialog({ edition, commit, onClose }: Props) {
  const t = useT();
  const word = useWord();
  const writing = useWriting();
  const [form, setForm] = useState<StandardForm>('docx');
  const [chapter, setChapter] = useState('');
  const isLatest = commit === undefined || commit === edition.head.number;
  // What was frozen needs no writing.
  const frozen = edition.publication !== null && isLatest && chapter === '';
  const choices = STANDARD_FORMS.map((value) => ({
    value,
    name: word('standardForm', value),
    use: word('standardUse', value),
  }));
  const change = (act: () => void) => {
    writing.forget();
    act();
  };
  const submit = () => {
    if (frozen) saveFrom({ address: fileAddress(`/editions/${edition.id}/export/${form}`), fileName: '' });
    else
      void writing.start('standard', {
        editionId: edition.id,
        form,
        ...(commit === undefined ? {} : { commit }),
        ...(chapter === '' ? {} : { chapter }),
      });
  };
  return (
    <ConfirmDialog
      title={t('produced.title', { label: edition.label })}
      confirm={frozen ? t('produced.download') : writing.made === null ? t('produced.make') : t('produced.again')}
      cancel={t('produced.close')}
      onConfirm={submit}
      onClose={onClose}
      problem={writing.problem}
      pending={writing.busy}
    >
      <ChapterSelect
        edition={edition}
        commit={commit}
        value={chapter}
        onChange={(to) => change(() => setChapter(to))}
      />
      <FormChoice
        name="form"
        title={t('produced.form')}
        choices={choices}
        value={form}
        // One of the choices, which are these forms.
        onChange={(value) => change(() => setForm(value as StandardForm))}
      />
      <p className="soft small">
        {!isLatest && `${t('produced.atCommit', { commit })} `}
        {edition.publication !== null && isLatest
          ? t('produced.frozen')
          : `${ISSUED.includes(edition.state) && isLatest ? '' : `${t('produced.draft')} `}${t('produced.kept')}`}
      </p>
      <Outcome writing={writing} />
    </ConfirmDialog>
  );
}

interface ChapterProps extends Pick<Props, 'edition' | 'commit'> {
  readonly value: string;
  readonly onChange: (chapter: string) => void;
}

function ChapterSelect({ edition, commit, value, onChange }: ChapterProps) {
  const t = useT();
  const outline = useQuery(outlineQuery(edition.id, commit));
  const chapters = (outline.data?.sections ?? []).filter(({ kind }) => kind === 'chapter');
  return (
    <label className="document-range">
      <span className="label">{t('produced.range')}</span>
      <select className="select" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('produced.whole')}</option>
        {chapters.map((chapter) => (
          <option key={chapter.number} value={chapter.number} lang="zh-CN">
            {headingOf(chapter)}
          </option>
        ))}
      </select>
    </label>
  );
}
