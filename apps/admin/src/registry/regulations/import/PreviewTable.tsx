import { useState } from 'react';
import Button from '@mui/material/Button';
import type { ImportPreview } from '../../../api/types.ts';
import { ToggleChip } from '../../../desk/Chip.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useT, useWord } from '../../../i18n/use-t.ts';
import { shownRows, type RowFilter } from './preview.ts';
import { PreviewRow } from './PreviewRow.tsx';

interface Props {
  readonly preview: ImportPreview;
  readonly leftOut: ReadonlySet<number>;
  readonly onLeaveOut: (lines: ReadonlySet<number>) => void;
}

const PAGE = 50;
const ACTIONS = ['new', 'changed', 'same', 'unusable'] as const;

/** What an import would do, row by row, in pages; each row that would be taken can be left out. */
export function PreviewTable({ preview, leftOut, onLeaveOut }: Props) {
  const t = useT();
  const { list } = useFormat();
  const { counts, ignoredColumns, rows } = preview;
  const [filter, setFilter] = useState<RowFilter>(counts.near > 0 ? 'near' : 'all');
  const [page, setPage] = useState(0);
  const shown = shownRows(rows, filter);
  const from = page * PAGE;
  const choose = (next: RowFilter) => {
    setFilter(next);
    setPage(0);
  };
  const leave = (line: number, taken: boolean) => {
    const lines = new Set(leftOut);
    if (taken) lines.delete(line);
    else lines.add(line);
    onLeaveOut(lines);
  };
  return (
    <>
      {ignoredColumns.length > 0 && (
        <p className="soft small">{t('tableImport.ignored', { columns: list(ignoredColumns) })}</p>
      )}
      <Filters preview={preview} filter={filter} onChoose={choose} />
      <table className="plain preview">
        <thead>
          <tr>
            <th scope="col">{t('tableImport.take')}</th>
            <th scope="col">{t('tableImport.line')}</th>
            <th scope="col">{t('regulation.title')}</th>
            <th scope="col">{t('tableImport.action')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(from, from + PAGE).map((row) => (
            <PreviewRow key={row.line} row={row} rows={rows} left={leftOut.has(row.line)} onTake={leave} />
          ))}
        </tbody>
      </table>
      {shown.length > PAGE && (
        <div className="row">
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('tableImport.previous')}
          </Button>
          <span className="soft small">
            {t('tableImport.page', { from: from + 1, to: Math.min(from + PAGE, shown.length), total: shown.length })}
          </span>
          <Button disabled={from + PAGE >= shown.length} onClick={() => setPage(page + 1)}>
            {t('tableImport.next')}
          </Button>
        </div>
      )}
    </>
  );
}

function Filters(props: {
  readonly preview: ImportPreview;
  readonly filter: RowFilter;
  readonly onChoose: (filter: RowFilter) => void;
}) {
  const t = useT();
  const word = useWord();
  const { filter, onChoose, preview } = props;
  const { counts, rows } = preview;
  return (
    <div className="row preview-filters" role="group" aria-label={t('tableImport.show')}>
      <ToggleChip on={filter === 'all'} onClick={() => onChoose('all')}>
        {t('tableImport.all', { count: rows.length })}
      </ToggleChip>
      {ACTIONS.map((action) => (
        <ToggleChip key={action} on={filter === action} onClick={() => onChoose(action)}>
          {word('rowAction', action)} {counts[action]}
        </ToggleChip>
      ))}
      {counts.near > 0 && (
        <ToggleChip on={filter === 'near'} onClick={() => onChoose('near')}>
          {t('tableImport.near', { count: counts.near })}
        </ToggleChip>
      )}
    </div>
  );
}
