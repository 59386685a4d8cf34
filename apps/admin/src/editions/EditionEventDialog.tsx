import { useEffect, useRef, useState } from 'react';
import { useNotify } from 'ra-core';
import { useCommand } from '../api/use-command.ts';
import type { Edition, EditionEvent } from '../api/types.ts';
import { ConfirmDialog } from '../desk/ConfirmDialog.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useSentence, useT, useWord } from '../i18n/use-t.ts';
import { ChecklistView } from './ChecklistView.tsx';
import { bodyOf, EventInputs, isMissing, type Given } from './EventInputs.tsx';

interface Props {
  readonly edition: Edition;
  readonly event: EditionEvent;
  readonly onClose: () => void;
}

const SETTLED_BY_SCHEDULE = ['checklist.effective-date', 'checklist.state'];
const CHECKED: readonly EditionEvent[] = ['schedule', 'plan', 'publish'];
const GRAVE: readonly EditionEvent[] = ['abandon', 'withdraw'];

/** Asks before an edition moves on, with the version that the person saw when the dialog opened. */
export function EditionEventDialog({ edition, event, onClose }: Props) {
  const t = useT();
  const word = useWord();
  const sentence = useSentence();
  const { date } = useFormat();
  const notify = useNotify();
  const command = useCommand<Edition>();
  // A refetch underneath must not advance what this person decided upon.
  const [version] = useState(edition.version);
  const isOpen = useIsOpen();
  const [given, setGiven] = useState<Given>({
    effectiveDate: event === 'schedule' ? (edition.effectiveDate ?? '') : '',
    publishAt: '',
    comment: '',
  });
  const name = word('editionEvent', event);
  const submit = async () => {
    const path = `/editions/${edition.id}/events`;
    const outcome = await command.run({ method: 'POST', path, body: bodyOf(event, given), version });
    // A dialog that is gone cannot say itself why nothing came of it.
    if (!outcome.ok && !isOpen.current) notify(sentence(outcome.problem), { type: 'error' });
    if (!outcome.ok) return;
    notify(t('edition.done', { event: name }), { type: 'success' });
    onClose();
  };
  const isDated = event === 'plan' || event === 'publish';
  return (
    <ConfirmDialog
      title={t('edition.confirmEvent', { event: name, label: edition.label })}
      confirm={name}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      busy={event === 'publish' ? t('publishing.publishing') : undefined}
      blocked={isMissing(event, given)}
      grave={GRAVE.includes(event)}
    >
      <p style={{ marginTop: 0 }}>{word('editionEventHint', event, '')}</p>
      {isDated && edition.effectiveDate !== null && (
        <p>{t('publishing.effectiveOn', { date: date(edition.effectiveDate) })}</p>
      )}
      {CHECKED.includes(event) && (
        <ChecklistView editionId={edition.id} settled={event === 'schedule' ? SETTLED_BY_SCHEDULE : []} />
      )}
      <EventInputs event={event} given={given} onChange={setGiven} problem={command.problem} />
    </ConfirmDialog>
  );
}

/** Whether the dialog is still on show, for what comes back later. */
function useIsOpen(): { readonly current: boolean } {
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return isOpen;
}
