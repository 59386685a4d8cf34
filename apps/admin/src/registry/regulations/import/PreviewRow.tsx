import { useTranslate } from 'ra-core';
import type { ImportRow } from '../../../api/types.ts';
import { Chip, type Tone } from '../../../desk/Chip.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { useT, useWord } from '../../../i18n/use-t.ts';
import { zh } from '../../../i18n/zh.ts';
import { useFieldValue } from '../../field-value.ts';
import { isTaken } from './preview.ts';

interface Props {
  readonly row: ImportRow;
  readonly rows: readonly ImportRow[];
  readonly left: boolean;
  readonly onTake: (line: number, taken: boolean) => void;
}

const TONES: Readonly<Record<ImportRow['action'], Tone>> = {
  new: 'ok',
  changed: 'accent',
  same: 'plain',
  unusable: 'bad',
};

/** One row of a preview: what it says, what becomes of it and why. */
export function PreviewRow({ row, rows, left, onTake }: Props) {
  const t = useT();
  const word = useWord();
  const { date, list } = useFormat();
  const { action, issuedOn, line, numbers, status, title } = row;
  const about = [...numbers, ...(issuedOn === null ? [] : [date(issuedOn)])];
  return (
    <tr>
      <td>
        {isTaken(row) && (
          <input
            type="checkbox"
            checked={!left}
            aria-label={`${t('tableImport.take')} ${t('tableImport.row', { line })}`}
            onChange={(event) => onTake(line, event.target.checked)}
          />
        )}
      </td>
      <td>{line}</td>
      <td lang="zh-CN" className="preview-title">
        {title}
        <div className="soft small">
          {list(about)} {status !== null && word('regulationStatus', status)}
        </div>
      </td>
      <td>
        <Chip tone={TONES[action]}>{word('rowAction', action)}</Chip>
        <Why row={row} rows={rows} />
      </td>
    </tr>
  );
}

function Why({ row: { changes, flaw, near }, rows }: { readonly row: ImportRow; readonly rows: readonly ImportRow[] }) {
  const t = useT();
  const translate = useTranslate();
  const { list } = useFormat();
  const { nameOf } = useFieldValue();
  if (flaw !== null) {
    const code = Object.hasOwn(zh.rowFlaw, flaw.code) ? flaw.code : 'unknown';
    const column = flaw.params['column'];
    const named = typeof column === 'string' ? { column: nameOf(column) ?? column } : {};
    return <div className="small">{translate(`rowFlaw.${code}`, { ...flaw.params, ...named })}</div>;
  }
  if (changes.length > 0) {
    return (
      <div className="small">
        {t('tableImport.changes', { fields: list(changes.map((name) => nameOf(name) ?? name)) })}
      </div>
    );
  }
  return near.map(({ kind, line, regulation }) => {
    const other = regulation?.title ?? rows.find((one) => one.line === line)?.title ?? '';
    const what = line === null ? other : `${t('tableImport.row', { line })} ${other}`;
    return (
      <div key={`${kind} ${regulation?.id ?? line ?? ''}`} className="small" lang="zh-CN">
        {t(`nearKind.${kind}`, { what })}
      </div>
    );
  });
}
