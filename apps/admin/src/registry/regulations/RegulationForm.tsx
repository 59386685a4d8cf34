import { useState } from 'react';
import { useNotify } from 'ra-core';
import type { Regulation } from '../../api/types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useT } from '../../i18n/use-t.ts';
import { bodyOf, inputOf, type RegulationInput } from './form.ts';
import { CommentField, FactFields, StatusFields } from './RegulationFields.tsx';

interface Props {
  /** Null: a new one. One that is known from citations alone is registered with what they say. */
  readonly regulation: Regulation | null;
  /** Only the status and what goes with it. */
  readonly statusOnly?: boolean;
  readonly onClose: () => void;
  readonly onSaved: (saved: Regulation) => void;
}

/** Registers a regulation, or changes what is known of one with the version that was opened. */
export function RegulationForm({ regulation, statusOnly = false, onClose, onSaved }: Props) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<Regulation>(DROPPED);
  const [seen, setSeen] = useState(regulation);
  const [stale, setStale] = useState(false);
  const [input, setInput] = useState<RegulationInput>(() => inputOf(regulation));
  const registered = seen?.registered === true;
  const submit = async () => {
    const body = statusOnly ? statusOf(bodyOf(input)) : bodyOf(input);
    const outcome = await (registered
      ? command.run({ method: 'PATCH', path: `/regulations/${seen.id}`, body, version: seen.version })
      : command.run({ method: 'POST', path: '/regulations', body }));
    if (outcome.ok) {
      notify(t(registered ? 'regulation.saved' : 'regulation.registerDone'), { type: 'success' });
      onSaved(outcome.answer.value);
      onClose();
      return;
    }
    if (outcome.problem.status !== 412) return;
    // The API sends what stands now; what was typed stays, and counts when it is sent again.
    setSeen(outcome.problem.current as Regulation);
    setStale(true);
  };
  const act = statusOnly ? 'regulation.setStatus' : registered ? 'regulation.edit' : 'regulation.register';
  const fields = { input, problem: command.problem, except: seen?.id ?? null, onChange: setInput };
  return (
    <ConfirmDialog
      wide={!statusOnly}
      title={statusOnly ? `${t(act)} — ${input.title}` : t(act)}
      confirm={t('common.save')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={stale ? null : command.problem}
      pending={command.pending}
      blocked={input.title.trim() === ''}
    >
      {stale && (
        <div className="alert warn" role="alert">
          {t('regulation.stale')}
        </div>
      )}
      {statusOnly ? <p className="soft small">{t('regulation.setStatusHint')}</p> : <FactFields {...fields} />}
      <StatusFields {...fields} />
      <CommentField {...fields} />
    </ConfirmDialog>
  );
}

const DROPPED = [['regulation']] as const;

function statusOf({ status, repealedOn, successorId, comment }: Record<string, unknown>): Record<string, unknown> {
  return { status, repealedOn, successorId, ...(comment === undefined ? {} : { comment }) };
}
