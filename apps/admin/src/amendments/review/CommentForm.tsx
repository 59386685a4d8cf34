import { useId, useState, type SyntheticEvent } from 'react';
import Button from '@mui/material/Button';
import { findForbidden } from '@dingben/kernel';
import { useNotify } from 'ra-core';
import type { Comment } from '../../api/amendment-types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../desk/ProblemAlert.tsx';
import { useSentence, useT } from '../../i18n/use-t.ts';
import type { TextField } from './changes.ts';
import { useUnsent } from './UnsentScope.tsx';

interface Props {
  readonly amendmentId: string;
  /** What it is about; absent for the whole amendment, or for an answer. */
  readonly at?: { readonly serviceId: string; readonly provision: TextField };
  readonly quote?: string;
  readonly parentId?: string;
  readonly onDone: () => void;
}

/** Writes a comment; what was written stays when it is refused. */
export function CommentForm({ amendmentId, at, quote = '', parentId, onDone }: Props) {
  const t = useT();
  const sentence = useSentence();
  const notify = useNotify();
  const id = useId();
  const command = useCommand<Comment>();
  const [text, setText] = useState('');
  useUnsent(text !== '');
  const [quoted, setQuoted] = useState(quote);
  const refused = command.problem?.errors?.['text'];
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === '' || command.pending) return;
    const body = {
      text,
      ...(at ?? {}),
      ...(quoted === '' || findForbidden(quoted) !== null ? {} : { quote: quoted }),
      ...(parentId === undefined ? {} : { parentId }),
    };
    const outcome = await command.run({ method: 'POST', path: `/amendments/${amendmentId}/comments`, body });
    if (!outcome.ok) return;
    notify(t('comments.sent'), { type: 'success' });
    onDone();
  };
  return (
    <form className="card comment-form" onSubmit={(event) => void submit(event)}>
      <ProblemAlert problem={command.problem} />
      {quoted !== '' && (
        <div className="row small">
          <span className="soft" lang="zh-CN">
            {t('comments.quoted', { quote: quoted })}
          </span>
          <button type="button" className="quiet" onClick={() => setQuoted('')}>
            {t('comments.removeQuote')}
          </button>
        </div>
      )}
      <label htmlFor={id} className="sr-only">
        {t('comments.text')}
      </label>
      <textarea
        id={id}
        autoFocus
        rows={3}
        value={text}
        placeholder={t('comments.text')}
        aria-invalid={refused !== undefined}
        onChange={(event) => setText(event.target.value)}
      />
      {refused !== undefined && <p className="field-problem">{sentence(refused)}</p>}
      <div className="row">
        <Button type="submit" variant="contained" disabled={text.trim() === '' || command.pending}>
          {parentId === undefined ? t('comments.send') : t('comments.reply')}
        </Button>
        <Button onClick={onDone}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
