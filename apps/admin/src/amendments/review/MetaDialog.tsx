import { useState } from 'react';
import { useNotify } from 'ra-core';
import type { Amendment } from '../../api/amendment-types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { useT, useWord } from '../../i18n/use-t.ts';
import { AmendmentFields, type AmendmentText } from '../editing/AmendmentFields.tsx';
import { ReopensNote } from '../editing/ReopensNote.tsx';

interface Props {
  readonly amendment: Amendment;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

const FIELDS = ['title', 'reasonClass', 'rationale', 'legalBasis'] as const;

/** Title, kind of reason, rationale and basis, saved with the version that was opened; what somebody else saved is shown beside. */
export function MetaDialog({ amendment, onClose, onSaved }: Props) {
  const t = useT();
  const word = useWord();
  const notify = useNotify();
  const command = useCommand<Amendment>();
  const [opened] = useState(amendment);
  const [version, setVersion] = useState(amendment.version);
  const [theirs, setTheirs] = useState<Amendment | null>(null);
  const [value, setValue] = useState<AmendmentText>(() => textOf(amendment));
  const submit = async () => {
    const against = theirs ?? opened;
    const body = Object.fromEntries(
      FIELDS.flatMap((name) => (value[name] === against[name] ? [] : [[name, value[name]]])),
    );
    const outcome = await command.run({ method: 'PATCH', path: `/amendments/${opened.id}`, body, version });
    if (outcome.ok) {
      notify(t('review.metaSaved'), { type: 'success' });
      onSaved();
      onClose();
    } else if (outcome.problem.status === 412 && outcome.problem.current) {
      // The API's own resource as it is now, by the contract.
      const now = outcome.problem.current as Amendment;
      setTheirs(now);
      setVersion(now.version);
    }
  };
  const differing = theirs === null ? [] : FIELDS.filter((name) => theirs[name] !== value[name]);
  return (
    <ConfirmDialog
      wide
      title={t('review.editMetaTitle')}
      confirm={t('common.save')}
      onConfirm={() => void submit()}
      onClose={onClose}
      problem={command.problem}
      pending={command.pending}
      blocked={value.title.trim() === '' || FIELDS.every((name) => value[name] === (theirs ?? opened)[name])}
    >
      <ReopensNote amendment={opened} />
      {differing.length > 0 && theirs !== null && (
        <div className="alert warn">
          {t('review.metaStale')}
          <ul className="small" lang="zh-CN">
            {differing.map((name) => (
              <li key={name}>
                <b>{t(`amendment.${name}`)}</b>{' '}
                {t('review.metaStaleField', {
                  text: name === 'reasonClass' ? word('reasonClass', theirs.reasonClass) : theirs[name],
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
      <AmendmentFields value={value} problem={command.problem} onChange={setValue} />
    </ConfirmDialog>
  );
}

function textOf({ title, reasonClass, rationale, legalBasis }: Amendment): AmendmentText {
  return { title, reasonClass, rationale, legalBasis };
}
