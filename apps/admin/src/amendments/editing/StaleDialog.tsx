import { useState } from 'react';
import type { Edit } from '../../api/amendment-types.ts';
import { diffText } from '@dingben/text-diff';
import { ToggleChip } from '../../desk/Chip.tsx';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { Segments } from '../../desk/Segments.tsx';
import { useT, useWord } from '../../i18n/use-t.ts';
import { fieldsOf, NOTHING, textOf, valueOf, withValue, type EntryText, type FieldName } from './form.ts';

interface Props {
  readonly mine: EntryText;
  readonly theirs: Edit;
  readonly onClose: () => void;
  readonly onChosen: (chosen: EntryText, theirs: Edit) => void;
}

/** Two persons changed one text: both are shown and one is chosen for each field. Nothing is lost by choosing or by closing. */
export function StaleDialog({ mine, theirs, onClose, onChosen }: Props) {
  const t = useT();
  const word = useWord();
  const saved = textOf(theirs.proposed ?? NOTHING);
  const differing = fieldsOf(mine).filter((field) => valueOf(mine, field) !== valueOf(saved, field));
  const [taken, setTaken] = useState<ReadonlySet<FieldName>>(new Set());
  const toggle = (field: FieldName, theirsTaken: boolean) => {
    const next = new Set(taken);
    if (theirsTaken) next.add(field);
    else next.delete(field);
    setTaken(next);
  };
  const chosen = differing
    .filter((field) => taken.has(field))
    .reduce((text, field) => withValue(text, field, valueOf(saved, field)), mine);
  return (
    <ConfirmDialog
      wide
      title={t('editing.stale')}
      confirm={t('editing.goOn')}
      onConfirm={() => onChosen(chosen, theirs)}
      onClose={onClose}
    >
      <p>{t('editing.staleText', { name: theirs.updatedBy.name })}</p>
      <div className="row">
        <ToggleChip on={taken.size === 0} onClick={() => setTaken(new Set())}>
          {t('editing.useAllMine')}
        </ToggleChip>
        <ToggleChip on={taken.size === differing.length} onClick={() => setTaken(new Set(differing))}>
          {t('editing.useAllTheirs')}
        </ToggleChip>
      </div>
      {differing.map((field) => {
        const segments = diffText(valueOf(saved, field), valueOf(mine, field));
        return (
          <section key={field} className="edit-field">
            <h2>{word('field', field)}</h2>
            <div className="pair">
              {([false, true] as const).map((isTheirs) => (
                <div key={String(isTheirs)} className={taken.has(field) === isTheirs ? 'card on' : 'card'}>
                  <h3>{isTheirs ? t('editing.theirs') : t('editing.mine')}</h3>
                  <p className="text compact" lang="zh-CN">
                    <Segments segments={segments} side={isTheirs ? 'before' : 'after'} />
                  </p>
                  <ToggleChip on={taken.has(field) === isTheirs} onClick={() => toggle(field, isTheirs)}>
                    {isTheirs ? t('editing.takeTheirs') : t('editing.takeMine')}
                  </ToggleChip>
                </div>
              ))}
            </div>
          </section>
        );
      })}
    </ConfirmDialog>
  );
}
