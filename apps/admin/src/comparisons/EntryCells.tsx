import { Link } from 'react-router-dom';
import type { ComparedEntry } from '../api/types.ts';
import { Chip } from '../desk/Chip.tsx';
import { entryAddress } from '../editions/address.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { FamilyNote } from './FamilyNote.tsx';
import { isPartOnly, ownPlace, type Row } from './rows.ts';

/** Which entry, what kind of change. */
export function EntryCell({
  entry,
  editionId,
  rows,
}: {
  readonly entry: ComparedEntry;
  readonly editionId: string;
  readonly rows: readonly Row[];
}) {
  const t = useT();
  const word = useWord();
  const { change, list } = useFormat();
  const { after, before, changes, classes, serviceId } = entry;
  const place = ownPlace(entry);
  const only = rows.length === 1 ? rows[0] : undefined;
  const kinds = changes.filter((kind) => ['added', 'removed', 'moved', 'split', 'merged', 'retitled'].includes(kind));
  const ratios = (name: string) =>
    entry.quantities.flatMap(({ ratio }) => {
      if (ratio === null) return [];
      return (name === '提高标准' && ratio > 1) || (name === '降低标准' && ratio < 1) ? [ratio] : [];
    });
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
        {classes
          .filter((name) => !['新增', '取消', '移位'].includes(name))
          .map((name) => (
            <Chip key={name} tone={name === '提高标准' ? 'ok' : name === '降低标准' ? 'warn' : 'plain'}>
              {word('changeClass', name, name)}
              {ratios(name).length > 0 && ` ${list(ratios(name).map(change))}`}
            </Chip>
          ))}
      </span>
    </div>
  );
}

/** Why: the amendments that brought the change, and who stands for them. */
export function ReasonCell({ entry: { reasons }, none }: { readonly entry: ComparedEntry; readonly none: string }) {
  const t = useT();
  const word = useWord();
  const { list } = useFormat();
  const names = (people: readonly { readonly name: string }[]) => list(people.map(({ name }) => name));
  return (
    <div role="cell" className="reasons small">
      {reasons.length === 0 && <span className="soft">{none}</span>}
      {reasons.map(({ amendmentId, approvers, authors, legalBasis, number, reasonClass, title }) => (
        <div key={amendmentId}>
          <div>
            {word('reasonClass', reasonClass)}：<span lang="zh-CN">{title}</span>
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
    </div>
  );
}
