import { useState } from 'react';
import Button from '@mui/material/Button';
import { useNotify } from 'ra-core';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import { useCommand } from '../../api/use-command.ts';
import { ProblemAlert } from '../../desk/ProblemAlert.tsx';
import { SidedText } from '../../desk/SidedText.tsx';
import { useT, useWord } from '../../i18n/use-t.ts';
import { fieldProblem, type FieldName } from '../editing/form.ts';
import { UndoEdit } from '../editing/UndoEdit.tsx';
import { between } from './changes.ts';
import { resolvedText, startOf, type EditConflict } from './conflict-form.ts';
import { ResolveField } from './ResolveField.tsx';
import { ResolvePlace } from './ResolvePlace.tsx';
import { useUnsent } from './UnsentScope.tsx';
import { nameOf } from './what-changed.ts';

interface Props {
  readonly amendment: Amendment;
  readonly conflict: EditConflict;
  readonly mayWrite: boolean;
  readonly onResolved: () => void;
}

/** The three readings of each text in conflict, and the editor of the final one. Nothing typed is lost by a refusal. */
export function ResolveEdit({ amendment, conflict: { edit, fields, kind }, mayWrite, onResolved }: Props) {
  const t = useT();
  const notify = useNotify();
  const command = useCommand<Edit>();
  const [decided, setDecided] = useState<ReadonlyMap<FieldName, string>>(new Map());
  useUnsent(decided.size > 0);
  const [movedOn, setMovedOn] = useState(false);
  const valueOf = (field: FieldName) => decided.get(field) ?? startOf(edit, field).text;
  const flawed = fields.some((field) => fieldProblem(null, field, valueOf(field)) !== null);
  const current = edit.current?.revisionId;
  const resolve = async () => {
    if (current === undefined) return;
    const body = { ...(kind === 'texts' ? resolvedText(edit, decided) : {}), currentRevisionId: current };
    const path = `/amendments/${amendment.id}/edits/${edit.id}/resolution`;
    const outcome = await command.run({ method: 'POST', path, body, version: edit.version });
    if (outcome.ok) {
      notify(t('conflict.resolved'), { type: 'success' });
      setDecided(new Map());
      onResolved();
    } else if (outcome.problem.status === 412) {
      setMovedOn(true);
      onResolved();
    }
  };
  return (
    <div className="card conflict" data-change>
      <h3 lang="zh-CN">{nameOf(edit)}</h3>
      {movedOn ? <div className="alert warn">{t('conflict.stale')}</div> : <ProblemAlert problem={command.problem} />}
      {kind !== 'texts' && <p>{t(`conflict.${kind}`)}</p>}
      {kind === 'removal' && <ChangedSince edit={edit} />}
      {kind === 'place' && mayWrite && (
        <ResolvePlace amendmentId={amendment.id} editionId={amendment.editionId} edit={edit} onResolved={onResolved} />
      )}
      {(kind === 'texts' ? fields : []).map((field) => (
        <ResolveField
          key={field}
          edit={edit}
          field={field}
          value={valueOf(field)}
          problem={fieldProblem(command.problem, field, valueOf(field))}
          onChange={mayWrite ? (text) => setDecided(new Map(decided).set(field, text)) : null}
        />
      ))}
      {kind === 'texts' && <p className="soft small">{t('conflict.others')}</p>}
      {mayWrite && (
        <div className="row">
          {(kind === 'texts' || kind === 'removal') && (
            <Button variant="contained" disabled={command.pending || flawed} onClick={() => void resolve()}>
              {t(kind === 'removal' ? 'conflict.stillRemove' : 'conflict.resolve')}
            </Button>
          )}
          <UndoEdit amendment={amendment} edit={edit} quiet onDone={onResolved} />
        </div>
      )}
    </div>
  );
}

/** What became of the texts after their removal was proposed. */
function ChangedSince({ edit }: { readonly edit: Edit }) {
  const word = useWord();
  return between(edit.base, edit.current).map(({ field, segments }) => (
    <div key={field} className="changed">
      <h4>{word('field', field)}</h4>
      <SidedText segments={segments} />
    </div>
  ));
}
