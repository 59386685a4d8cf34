import { useState } from 'react';
import type { Edit } from '../../api/amendment-types.ts';
import { diffText } from '@dingben/text-diff';
import { ToggleChip } from '../../desk/Chip.tsx';
import { ConfirmDialog } from '../../desk/ConfirmDialog.tsx';
import { Segments } from '../../desk/Segments.tsx';
import { useMe } from '../../desk/use-me.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { textOf, threeWay, valueOf, withValue, type EntryText, type FieldName } from './form.ts';

interface Props {
  /** What both texts were made of. */
  readonly base: EntryText;
  readonly mine: EntryText;
  readonly theirs: Edit;
  readonly onClose: () => void;
  readonly onChosen: (chosen: EntryText, theirs: EntryText) => void;
}

type Side = 'mine' | 'theirs';
const SIDES: readonly Side[] = ['mine', 'theirs'];

/**
 * Two persons changed one text. What only one of them changed is taken from that one; where both did, the person chooses, and
 * nothing is chosen before.
 */
export function StaleDialog({ base, mine, theirs, onClose, onChosen }: Props) {
  const t = useT();
  const word = useWord();
  const { list } = useFormat();
  const me = useMe();
  // An edit that takes the entry out has no text that could be taken.
  const saved = theirs.proposed === null ? base : textOf(theirs.proposed);
  const { text, taken, clashing } = threeWay(base, mine, saved);
  const [chosen, setChosen] = useState<ReadonlyMap<FieldName, Side>>(new Map());
  const choose = (side: Side, fields: readonly FieldName[] = clashing) =>
    setChosen(new Map([...chosen, ...fields.map((field) => [field, side] as const)]));
  const isAll = (side: Side) => clashing.every((field) => chosen.get(field) === side);
  const result = clashing
    .filter((field) => chosen.get(field) === 'theirs')
    .reduce((now, field) => withValue(now, field, valueOf(saved, field)), text);
  const isOwn = theirs.updatedBy.id === me?.id;
  return (
    <ConfirmDialog
      wide
      title={t(isOwn ? 'editing.staleOwn' : 'editing.stale')}
      confirm={t('editing.goOn')}
      blocked={clashing.some((field) => !chosen.has(field))}
      onConfirm={() => onChosen(result, saved)}
      onClose={onClose}
    >
      <p>{t(isOwn ? 'editing.staleOwnText' : 'editing.staleText', { name: theirs.updatedBy.name })}</p>
      {taken.length > 0 && (
        <p>{t('editing.staleTaken', { fields: list(taken.map((field) => word('field', field))) })}</p>
      )}
      {clashing.length > 1 && (
        <div className="row">
          <ToggleChip on={isAll('mine')} onClick={() => choose('mine')}>
            {t('editing.useAllMine')}
          </ToggleChip>
          <ToggleChip on={isAll('theirs')} onClick={() => choose('theirs')}>
            {t('editing.useAllTheirs')}
          </ToggleChip>
        </div>
      )}
      {clashing.map((field) => (
        <Clash
          key={field}
          field={field}
          mine={valueOf(mine, field)}
          theirs={valueOf(saved, field)}
          chosen={chosen.get(field)}
          onChoose={(side) => choose(side, [field])}
        />
      ))}
    </ConfirmDialog>
  );
}

interface ClashProps {
  readonly field: FieldName;
  readonly mine: string;
  readonly theirs: string;
  readonly chosen: Side | undefined;
  readonly onChoose: (side: Side) => void;
}

/** Both texts of a field, side by side. */
function Clash({ field, mine, theirs, chosen, onChoose }: ClashProps) {
  const t = useT();
  const word = useWord();
  const segments = diffText(theirs, mine);
  return (
    <section className="edit-field">
      <h2>{word('field', field)}</h2>
      <div className="pair">
        {SIDES.map((side) => (
          <div key={side} className={chosen === side ? 'card on' : 'card'}>
            <h3>{t(`editing.${side}`)}</h3>
            <p className="text compact" lang="zh-CN">
              <Segments segments={segments} side={side === 'theirs' ? 'before' : 'after'} />
            </p>
            <ToggleChip on={chosen === side} onClick={() => onChoose(side)}>
              {t(side === 'mine' ? 'editing.takeMine' : 'editing.takeTheirs')}
            </ToggleChip>
          </div>
        ))}
      </div>
    </section>
  );
}
