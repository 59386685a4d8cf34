import { useState } from 'react';
import Button from '@mui/material/Button';
import type { Amendment, Comment } from '../../api/amendment-types.ts';
import { useFocusBack } from '../../desk/use-focus-back.ts';
import { useRight } from '../../desk/use-me.ts';
import { useT } from '../../i18n/use-t.ts';
import { textChanges } from './changes.ts';
import { CommentForm } from './CommentForm.tsx';
import { CommentThreads } from './CommentThreads.tsx';
import { threadsAt } from './threads.ts';

interface Props {
  readonly amendment: Amendment;
  readonly comments: readonly Comment[];
}

/** Comments on the amendment as a whole, and those whose place it no longer changes: none is ever out of sight. */
export function GeneralComments({ amendment, comments }: Props) {
  const t = useT();
  const may = useRight('amendment.comment');
  const [writing, setWriting] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(writing);
  const placed = new Set(
    amendment.edits.flatMap((edit) => textChanges(edit).map(({ field }) => `${edit.serviceId} ${field}`)),
  );
  const shown = threadsAt(
    comments,
    ({ provision, serviceId }) => serviceId === null || !placed.has(`${serviceId} ${provision ?? ''}`),
  );
  if (shown.length === 0 && !may) return null;
  return (
    <section className="general-comments">
      <h2 className="label">{t('comments.general')}</h2>
      <CommentThreads amendmentId={amendment.id} comments={shown} />
      {writing ? (
        <CommentForm amendmentId={amendment.id} onDone={() => setWriting(false)} />
      ) : (
        may && (
          <Button ref={opener} onClick={() => setWriting(true)}>
            {t('comments.addGeneral')}
          </Button>
        )
      )}
    </section>
  );
}
