import { useId, useRef, useState, type Ref } from 'react';
import { useNotify } from 'ra-core';
import type { Amendment } from '../../api/amendment-types.ts';
import type { AmendmentEvent } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { EventButtons } from '../../desk/EventButtons.tsx';
import { ProblemAlert } from '../../desk/ProblemAlert.tsx';
import { useT, useWord, type MessageKey } from '../../i18n/use-t.ts';
import { isClosed } from '../states.ts';
import { useUnsent } from './UnsentScope.tsx';

interface Props {
  readonly amendment: Amendment;
  /** Somebody has changed it since it was opened: look first, then decide. */
  readonly outdated: boolean;
  readonly onDone: () => void;
  /** Refused because things moved on: read again what is there now. */
  readonly onMoved: () => void;
}

const NEEDS_OPINION: readonly AmendmentEvent[] = ['requestChanges', 'reject'];
const NAMES_CONTENT: readonly AmendmentEvent[] = ['approve', 'merge'];
const REVIEWING: readonly AmendmentEvent[] = ['approve', 'requestChanges', 'reject'];
const CONFIRMED: Partial<Record<AmendmentEvent, MessageKey>> = {
  reject: 'review.confirmReject',
  withdraw: 'review.confirmWithdraw',
  merge: 'review.confirmMerge',
};

/** What this person may do now, with the version and the content that they have before them. */
export function Decision({ amendment, outdated, onDone, onMoved }: Props) {
  const t = useT();
  const word = useWord();
  const notify = useNotify();
  const id = useId();
  const command = useCommand<Amendment>();
  const field = useRef<HTMLTextAreaElement>(null);
  const [comment, setComment] = useState('');
  useUnsent(comment !== '');
  const [missing, setMissing] = useState<AmendmentEvent | null>(null);
  const [asking, setAsking] = useState<AmendmentEvent | null>(null);
  const events = amendment.allowedEvents;
  const cause = async (event: AmendmentEvent) => {
    const body = {
      event,
      ...(comment.trim() === '' ? {} : { comment }),
      ...(NAMES_CONTENT.includes(event) ? { contentHash: amendment.contentHash } : {}),
    };
    const path = `/amendments/${amendment.id}/events`;
    const outcome = await command.run({ method: 'POST', path, body, version: amendment.version });
    setAsking(null);
    if (outcome.ok) {
      setComment('');
      notify(t('review.done', { event: word('amendmentEvent', event) }), { type: 'success' });
      onDone();
    } else if (outcome.problem.status === 409 || outcome.problem.status === 412) onMoved();
  };
  const ask = (event: AmendmentEvent) => {
    const lacking = NEEDS_OPINION.includes(event) && comment.trim() === '';
    setMissing(lacking ? event : null);
    if (lacking) field.current?.focus();
    else if (CONFIRMED[event] !== undefined) setAsking(event);
    else void cause(event);
  };
  if (events.length === 0) return <Nothing amendment={amendment} />;
  const open = events.filter(({ allowed }) => allowed).map(({ event }) => event);
  const reviewing = open.some((event) => REVIEWING.includes(event));
  const question = asking === null ? undefined : CONFIRMED[asking];
  return (
    <section className="card on" aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`}>{t(reviewing ? 'review.decideReview' : 'review.decide')}</h3>
      <Hint open={open} state={amendment.state} />
      {open.length > 0 && (
        <OpinionField ref={field} value={comment} reviewing={reviewing} missing={missing} onChange={setComment} />
      )}
      <ProblemAlert problem={command.problem} />
      <EventButtons
        events={events}
        vocabulary="amendmentEvent"
        primary={['approve', 'submit', 'merge']}
        grave={['reject', 'withdraw']}
        disabled={command.pending || outdated}
        onEvent={ask}
      />
      {asking !== null && question !== undefined && (
        <ConfirmDialog
          grave={asking !== 'merge'}
          title={word('amendmentEvent', asking)}
          confirm={word('amendmentEvent', asking)}
          pending={command.pending}
          onConfirm={() => void cause(asking)}
          onClose={() => setAsking(null)}
        >
          {t(question, { label: amendment.editionLabel })}
        </ConfirmDialog>
      )}
    </section>
  );
}

function Hint({ open, state }: { readonly open: readonly AmendmentEvent[]; readonly state: Amendment['state'] }) {
  const t = useT();
  const key = hintOf(open, state);
  return key === null ? null : <p className="soft small">{t(key)}</p>;
}

function hintOf(open: readonly AmendmentEvent[], state: Amendment['state']): MessageKey | null {
  if (open.includes('approve')) return 'review.mayReview';
  if (open.includes('merge')) return 'review.mayMerge';
  if (open.includes('submit')) return 'review.maySubmit';
  // Two ways back with names that are alike: one to go on, one to give up.
  if (!open.includes('reopen')) return null;
  if (state === 'changes_requested') return 'review.mayRework';
  return state === 'submitted' ? 'review.mayTakeBack' : null;
}

function Nothing({ amendment }: { readonly amendment: Amendment }) {
  const t = useT();
  return (
    <section className="card">
      <p className="soft small">{t(isClosed(amendment) ? 'review.readOnly' : 'review.nothingToDo')}</p>
    </section>
  );
}

interface OpinionProps {
  readonly ref: Ref<HTMLTextAreaElement>;
  readonly value: string;
  readonly reviewing: boolean;
  /** The event that was asked for without the opinion that it needs. */
  readonly missing: AmendmentEvent | null;
  readonly onChange: (text: string) => void;
}

function OpinionField({ ref, value, reviewing, missing, onChange }: OpinionProps) {
  const t = useT();
  const word = useWord();
  const id = useId();
  const lacking = missing !== null && value.trim() === '';
  return (
    <>
      <label className="sr-only" htmlFor={id}>
        {t(reviewing ? 'review.comment' : 'review.commentOther')}
      </label>
      <textarea
        id={id}
        ref={ref}
        rows={3}
        value={value}
        placeholder={t(reviewing ? 'review.commentHelp' : 'review.commentOther')}
        aria-invalid={lacking}
        aria-describedby={lacking ? `${id}-m` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {lacking && (
        <p className="field-problem" id={`${id}-m`} role="alert">
          {t('review.commentMissing', { event: word('amendmentEvent', missing) })}
        </p>
      )}
    </>
  );
}
