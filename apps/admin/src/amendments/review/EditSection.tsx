import { Link } from 'react-router-dom';
import type { Amendment, Comment, Edit } from '../../api/amendment-types.ts';
import type { TextFinding } from '../../api/types.ts';
import { Chip } from '../../desk/Chip.tsx';
import { ClassChip } from '../../desk/ClassChip.tsx';
import { useRight } from '../../desk/use-me.ts';
import { entryAddress } from '../../editions/address.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { UndoEdit } from '../editing/UndoEdit.tsx';
import { isClosed } from '../states.ts';
import { chipsOf, textChanges, titleOf } from './changes.ts';
import { ChangedText, type ViewMode } from './ChangedText.tsx';
import { PlaceChange } from './PlaceChange.tsx';
import { threadsAt } from './threads.ts';

interface Props {
  readonly amendment: Amendment;
  readonly edit: Edit;
  readonly comments: readonly Comment[];
  readonly mode: ViewMode;
  readonly findings: readonly TextFinding[];
  /** This person has changed it: what is there now is what they want to see. */
  readonly onChanged: () => void;
}

/** One entry that the amendment touches: what is done to it in words, each changed provision, and what is said of it. */
export function EditSection({ amendment, edit, comments, mode, findings, onChanged }: Props) {
  const t = useT();
  const changes = textChanges(edit);
  const movedOn =
    !isClosed(amendment) &&
    edit.base !== null &&
    edit.current !== null &&
    edit.base.revisionId !== edit.current.revisionId;
  return (
    <section className="edit-section" aria-labelledby={`edit-${edit.id}`}>
      <div className="edit-head">
        <h2 id={`edit-${edit.id}`} lang="zh-CN">
          {edit.number !== null && `${edit.number}. `}
          {titleOf(edit)}
        </h2>
        <EditChips edit={edit} />
        <EditLinks amendment={amendment} edit={edit} onChanged={onChanged} />
      </div>
      {movedOn && <p className="soft small">{t('review.movedOn')}</p>}
      {edit.kind === 'remove' && <p className="alert bad">{t('review.removedText')}</p>}
      {(edit.kind === 'move' || edit.kind === 'add') && <PlaceChange amendment={amendment} edit={edit} />}
      {changes.length === 0 && edit.kind === 'revise' && <p className="soft small">{t('review.unchanged')}</p>}
      {changes.map((change) => (
        <ChangedText
          key={change.field}
          change={change}
          edit={edit}
          mode={mode}
          closed={isClosed(amendment)}
          amendment={amendment}
          comments={threadsAt(comments, ({ provision }) => provision === change.field)}
          findings={findings.filter(({ provision }) => provision === change.field)}
        />
      ))}
    </section>
  );
}

function EditChips({ edit }: { readonly edit: Edit }) {
  const word = useWord();
  const t = useT();
  return (
    <span className="edit-chips">
      {edit.kind === 'add' && <Chip tone="ok">{t('review.added')}</Chip>}
      {edit.kind === 'remove' && <Chip tone="bad">{t('review.removed')}</Chip>}
      {edit.kind === 'move' && <Chip tone="warn">{word('editKind', 'move')}</Chip>}
      {chipsOf(edit).map(({ name, ratios }) => (
        <ClassChip key={name} name={name} ratios={ratios} />
      ))}
    </span>
  );
}

/** To the entry in the edition, within this amendment. */
function EditLinks({ amendment, edit, onChanged }: Pick<Props, 'amendment' | 'edit' | 'onChanged'>) {
  const t = useT();
  const mayWrite = useRight('amendment.write') && amendment.relation !== 'reviewer' && !isClosed(amendment);
  // An entry that another amendment removed meanwhile has no page in the draft.
  const there = edit.kind === 'add' || edit.current !== null;
  const within = `?amendment=${amendment.id}`;
  const isNew = edit.kind === 'add' && amendment.state !== 'merged';
  const address = entryAddress(amendment.editionId, edit.serviceId);
  const change = isNew ? `/editions/${amendment.editionId}${within}&edit=${edit.id}` : `${address}${within}&edit=entry`;
  return (
    <span className="edit-links small">
      {!isNew && there && edit.kind !== 'remove' && (
        <Link to={isClosed(amendment) ? address : address + within}>{t('review.open')}</Link>
      )}
      {mayWrite && there && (edit.kind === 'revise' || edit.kind === 'add') && (
        <Link to={change}>{t('review.change')}</Link>
      )}
      {mayWrite && <UndoEdit amendment={amendment} edit={edit} quiet onDone={onChanged} />}
    </span>
  );
}
