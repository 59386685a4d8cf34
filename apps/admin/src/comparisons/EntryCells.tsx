import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { ComparedEntry } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { entryAddress } from '../editions/address.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { ClassChips } from './ClassChips.tsx';
import { FamilyNote } from './FamilyNote.tsx';
import { isUnexplained } from './open-reasons.ts';
import { isPartOnly, ownPlace, type Row } from './rows.ts';
import { StatedReason } from './StatedReason.tsx';

/** Which entry, what kind of change. */
export function EntryCell({
  entry,
  editionId,
  rows,
  children,
}: {
  readonly entry: ComparedEntry;
  readonly editionId: string;
  readonly rows: readonly Row[];
  readonly children?: ReactNode;
}) {
  const t = useT();
  const word = useWord();
  const { after, before, changes, serviceId } = entry;
  const place = ownPlace(entry);
  const only = rows.length === 1 ? rows[0] : undefined;
  const kinds = changes.filter((kind) => ['added', 'removed', 'moved', 'split', 'merged', 'retitled'].includes(kind));
  return (
    <div role="rowheader" className="entry-cell">
      <div lang="zh-CN">
        <b>{place?.number}</b> <Link to={entryAddress(editionId, serviceId)}>{place?.title}</Link>
      </div>
      <FamilyNote entry={entry} />
      {before !== null && after !== null && !isPartOnly(entry) && before.number !== after.number && (
        <small className="soft">{t('comparison.number', { before: before.number, after: after.number })}</small>
      )}
      {only !== undefined && <small className="soft">{word('field', only.field)}</small>}
      <span className="edit-chips">
        {kinds.map((kind) => (
          <Chip key={kind} tone={kind === 'removed' ? 'bad' : kind === 'added' ? 'ok' : 'accent'}>
            {word('changeKind', kind)}
          </Chip>
        ))}
        <ClassChips entry={entry} />
      </span>
      {children}
    </div>
  );
}

/** Why: the amendments that brought the change, and who stands for them; where none did, what a person says. */
export function ReasonCell({ entry, none }: { readonly entry: ComparedEntry; readonly none: string }) {
  const t = useT();
  const word = useWord();
  const { list } = useFormat();
  const { change, reasons, stated } = entry;
  const place = ownPlace(entry);
  const names = (people: readonly { readonly name: string }[]) => list(people.map(({ name }) => name));
  return (
    <div role="cell" className="reasons small">
      {change === null && reasons.length === 0 && <span className="soft">{none}</span>}
      {reasons.map(({ amendmentId, approvers, authors, legalBasis, number, reasonClass, title }) => (
        <div key={amendmentId}>
          <div>
            {t('common.lead', { text: word('reasonClass', reasonClass) })}
            <span lang="zh-CN">{title}</span>
          </div>
          {legalBasis !== '' && <div lang="zh-CN">{legalBasis}</div>}
          <div>
            <Link className="cite" to={`/amendments/${amendmentId}`}>
              {t('amendment.number', { number })}
            </Link>{' '}
            <span className="soft">
              · {names(authors)}
              {approvers.length > 0 && ` / ${names(approvers)}`}
            </span>
          </div>
        </div>
      ))}
      {change !== null && isUnexplained(entry) && (
        <StatedReason change={change} stated={stated} name={`${place?.number ?? ''} ${place?.title ?? ''}`} />
      )}
    </div>
  );
}
