import { useState } from 'react';
import Button from '@mui/material/Button';
import type { Comment } from '../../api/amendment-types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../desk/ProblemAlert.tsx';
import { useFocusBack } from '../../desk/use-focus-back.ts';
import { useRight } from '../../desk/use-me.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';
import { CommentForm } from './CommentForm.tsx';

interface Props {
  readonly amendmentId: string;
  /** Of one place, oldest first, with the answers to them. */
  readonly comments: readonly Comment[];
}

/** Comments with their answers; those that are resolved are folded away. */
export function CommentThreads({ amendmentId, comments }: Props) {
  const t = useT();
  const first = comments.filter(({ parentId }) => parentId === null);
  const answers = (id: string) => comments.filter(({ parentId }) => parentId === id);
  const open = first.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = first.filter(({ resolvedAt }) => resolvedAt !== null);
  const thread = (comment: Comment) => (
    <Thread key={comment.id} amendmentId={amendmentId} comment={comment} answers={answers(comment.id)} />
  );
  return (
    <>
      {open.map(thread)}
      {resolved.length > 0 && (
        <details className="resolved">
          <summary className="soft small">{t('comments.showResolved', { count: resolved.length })}</summary>
          {resolved.map(thread)}
        </details>
      )}
    </>
  );
}

interface ThreadProps {
  readonly amendmentId: string;
  readonly comment: Comment;
  readonly answers: readonly Comment[];
}

function Thread({ amendmentId, comment, answers }: ThreadProps) {
  const t = useT();
  const { time } = useFormat();
  const may = useRight('amendment.comment');
  const command = useCommand<Comment>();
  const [answering, setAnswering] = useState(false);
  const opener = useFocusBack<HTMLButtonElement>(answering);
  const resolve = () =>
    command.run({ method: 'POST', path: `/amendments/${amendmentId}/comments/${comment.id}/resolution` });
  const { resolvedAt, resolvedBy } = comment;
  return (
    <article className="card comment">
      <Said comment={comment} />
      {answers.map((answer) => (
        <div key={answer.id} className="answer">
          <Said comment={answer} />
        </div>
      ))}
      <ProblemAlert problem={command.problem} />
      {resolvedAt !== null && resolvedBy !== null && (
        <small>{t('comments.resolvedBy', { name: resolvedBy.name, time: time(resolvedAt) })}</small>
      )}
      {may && resolvedAt === null && !answering && (
        <div className="row">
          <Button ref={opener} variant="outlined" onClick={() => setAnswering(true)}>
            {t('comments.reply')}
          </Button>
          <Button variant="outlined" disabled={command.pending} onClick={() => void resolve()}>
            {t('comments.resolve')}
          </Button>
        </div>
      )}
      {answering && <CommentForm amendmentId={amendmentId} parentId={comment.id} onDone={() => setAnswering(false)} />}
    </article>
  );
}

function Said({ comment: { author, at, quote, text } }: { readonly comment: Comment }) {
  const t = useT();
  const { time } = useFormat();
  return (
    <>
      <div>
        <b>{author.name}</b>{' '}
        <small>
          {time(at)}
          {quote !== null && quote !== '' && <span lang="zh-CN"> · {t('comments.quoted', { quote })}</span>}
        </small>
      </div>
      <p className="said">{text}</p>
    </>
  );
}
