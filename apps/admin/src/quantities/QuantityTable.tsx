import { memo } from 'react';
import { Link } from 'react-router-dom';
import type { QuantityCell, QuantityRow, QuantityTable as Table } from '../api/types.ts';
import { useGrowing } from '../comparisons/use-growing.ts';
import { entryAddress } from '../editions/address.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { editionWindow, type QuantityView } from './rows.ts';
import { Trend } from './Trend.tsx';

/** So many editions leave wide columns for their amounts. */
const FEW = 3;

interface Props {
  readonly table: Table;
  readonly rows: readonly QuantityRow[];
  readonly view: QuantityView;
}

/** A row an amount, a column an edition. */
export function QuantityTable({ table: { editions }, rows, view }: Props) {
  const t = useT();
  const { shown, sentinel } = useGrowing(rows, JSON.stringify(view));
  const { start, end } = editionWindow(
    editions.map(({ id }) => id),
    view.from,
  );
  const labels = editions.map(({ label }) => label);
  return (
    <>
      <table className={`plain quantities ${end - start > FEW ? 'many' : ''}`}>
        <thead>
          <tr>
            <th scope="col">{t('quantities.entry')}</th>
            <th scope="col">{t('quantities.content')}</th>
            {editions.slice(start, end).map(({ id, label }) => (
              <th key={id} scope="col" className="amount" lang="zh-CN">
                {label}
              </th>
            ))}
            {editions.length > 1 && <th scope="col">{t('quantities.trend')}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            // Two amounts of one text may read alike, so that their place in the list is what tells them apart.
            <Row
              key={`${row.serviceId} ${row.provision} ${index}`}
              row={row}
              goesOn={row.serviceId === shown[index - 1]?.serviceId}
              labels={labels}
              start={start}
              end={end}
            />
          ))}
        </tbody>
      </table>
      <div ref={sentinel} role="presentation" />
    </>
  );
}

interface RowProps {
  readonly row: QuantityRow;
  /** The row above is of the same entry and names it. */
  readonly goesOn: boolean;
  readonly labels: readonly string[];
  readonly start: number;
  readonly end: number;
}

const Row = memo(function Row({ row, goesOn, labels, start, end }: RowProps) {
  const word = useWord();
  const { cells, context, editionId, number, provision, serviceId, title } = row;
  const latest = cells.findLast((cell) => cell !== null);
  return (
    <tr className={goesOn ? 'goes-on' : undefined}>
      <th scope="row" lang="zh-CN">
        {goesOn ? (
          <span className="sr-only">
            {number} {title}
          </span>
        ) : (
          <>
            <b>{number}</b> <Link to={entryAddress(editionId, serviceId)}>{title}</Link>
          </>
        )}
      </th>
      <td>
        <small className="soft">{word('field', provision)}</small>
        <div lang="zh-CN">
          {context.before}
          <mark className="qty">{latest?.text}</mark>
          {context.after}
        </div>
      </td>
      {cells.slice(start, end).map((cell, index) => (
        <td key={labels[start + index]} className="amount">
          <Amount cell={cell} />
        </td>
      ))}
      {cells.length > 1 && (
        <td>
          <Trend labels={labels} cells={cells} />
        </td>
      )}
    </tr>
  );
});

function Amount({ cell }: { readonly cell: QuantityCell | null }) {
  const t = useT();
  const { change } = useFormat();
  if (cell === null) {
    return (
      <span className="soft" title={t('quantities.absent')}>
        <span aria-hidden>{t('quantities.gap')}</span>
        <span className="sr-only">{t('quantities.absent')}</span>
      </span>
    );
  }
  const { changed, ratio, text } = cell;
  return (
    <>
      <span lang="zh-CN">{text}</span>
      {changed && (
        <small className={ratio === null ? 'soft' : ratio > 1 ? 'up' : 'down'}>
          {ratio === null ? t('quantities.changed') : `${ratio > 1 ? '↑' : '↓'} ${change(ratio)}`}
        </small>
      )}
    </>
  );
}
