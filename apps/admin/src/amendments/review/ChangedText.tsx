import { useMemo, useRef, useState } from 'react';
import type { Amendment, Comment, Edit } from '../../api/amendment-types.ts';
import type { TextFinding } from '../../api/types.ts';
import { useFocusBack } from '../../desk/use-focus-back.ts';
import { useRight } from '../../desk/use-me.ts';
import { SidedText } from '../../desk/SidedText.tsx';
import { useT, useWord } from '../../i18n/use-t.ts';
import { FieldFindings } from '../../proofreading/FieldFindings.tsx';
import { fieldOf, threeWay, type TextChange } from './changes.ts';
import { CommentForm } from './CommentForm.tsx';
import { CommentThreads } from './CommentThreads.tsx';
import { ThreeTexts } from './ThreeTexts.tsx';

export type ViewMode = 'side' | 'inline' | 'three';

interface Props {
  readonly change: TextChange;
  readonly edit: Edit;
  readonly mode: ViewMode;
  /** Decided: what was proposed is no longer compared with the draft of today. */
  readonly closed: boolean;
  readonly amendment: Pick<Amendment, 'id' | 'editionId'>;
  readonly comments: readonly Comment[];
  readonly findings: readonly TextFinding[];
}

/** A changed text, side by side or in one, with the comments on it. Words that are selected in it are quoted by a new comment. */
export function ChangedText({ change, edit, mode, closed, amendment, comments, findings }: Props) {
  const t = useT();
  const word = useWord();
  const mayComment = useRight('amendment.comment');
  const root = useRef<HTMLElement>(null);
  const [quoting, setQuoting] = useState<string | null>(null);
  const opener = useFocusBack<HTMLButtonElement>(quoting !== null);
  const label = word('field', change.field);
  const { serviceId } = edit;
  return (
    <section className="changed" ref={root} data-change id={`change-${serviceId}-${change.field}`}>
      <div className="changed-head">
        <h3>{label}</h3>
        {mayComment && (
          <button
            ref={opener}
            type="button"
            className="quiet"
            title={t('comments.quoteHint')}
            aria-label={t('comments.addTo', { provision: label })}
            // The selection must still be there when the click arrives.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setQuoting(selectedIn(root.current))}
          >
            {t('comments.add')}
          </button>
        )}
      </div>
      <Sides change={change} edit={edit} mode={mode} closed={closed} amendment={amendment} />
      <FieldFindings findings={findings} label={label} text={fieldOf(edit.proposed, change.field)} />
      <CommentThreads amendmentId={amendment.id} comments={comments} />
      {quoting !== null && (
        <CommentForm
          amendmentId={amendment.id}
          at={{ serviceId, provision: change.field }}
          quote={quoting}
          onDone={() => setQuoting(null)}
        />
      )}
    </section>
  );
}

function Sides({
  change: { field, segments },
  edit,
  mode,
  closed,
  amendment,
}: Pick<Props, 'change' | 'edit' | 'mode' | 'closed' | 'amendment'>) {
  const t = useT();
  const three = useMemo(() => (mode === 'three' ? threeWay(edit, closed, field) : null), [mode, edit, closed, field]);
  if (three !== null) return <ThreeTexts {...three} closed={closed} editionId={amendment.editionId} />;
  if (mode === 'inline' || edit.kind === 'add' || edit.kind === 'remove') return <SidedText segments={segments} />;
  return (
    <div className="pair">
      <div>
        <h4>{t(closed ? 'common.before' : 'review.current')}</h4>
        <SidedText segments={segments} side="before" />
      </div>
      <div>
        <h4>{t(closed ? 'common.after' : 'review.proposed')}</h4>
        <SidedText segments={segments} side="after" />
      </div>
    </div>
  );
}

/** The words that are selected within an element's text; empty where none are. */
function selectedIn(element: HTMLElement | null): string {
  const selection = window.getSelection();
  if (element === null || selection === null || selection.rangeCount === 0) return '';
  const within = selection.getRangeAt(0).commonAncestorContainer;
  const text = within instanceof Element ? within : within.parentElement;
  const inText = text !== null && text.closest('.text') !== null && element.contains(text);
  return inText ? selection.toString() : '';
}
