import type { QuantityTable } from '../api/types.ts';
import { ToggleChip } from '../desk/Chip.tsx';
import { ImeSearch } from '../desk/ImeSearch.tsx';
import { useT } from '../i18n/use-t.ts';
import { choices, editionWindow, type QuantityView } from './rows.ts';

interface Props {
  readonly table: QuantityTable;
  readonly view: QuantityView;
  readonly set: (change: Partial<QuantityView>) => void;
  readonly count: number;
}

/** Which quantities, and of which editions. */
export function QuantityFilters({ table: { editions, rows }, view, set, count }: Props) {
  const t = useT();
  const { start, end } = editionWindow(
    editions.map(({ id }) => id),
    view.from,
  );
  const hidden = end - start < editions.length;
  const selects = [
    { name: 'chapter', values: choices(rows, ({ chapter }) => [chapter]) },
    { name: 'unit', values: choices(rows, ({ unit }) => [unit]) },
    { name: 'agency', values: choices(rows, ({ agencies }) => agencies) },
  ] as const;
  return (
    <div className="view-bar no-print quantity-filters">
      <ImeSearch value={view.q} label={t('quantities.search')} onSearch={(q) => set({ q })} />
      {selects.map(({ name, values }) => (
        <select
          key={name}
          className="select"
          aria-label={t(`quantities.${name}`)}
          value={view[name]}
          onChange={({ target }) => set({ [name]: target.value })}
        >
          <option value="">{t(`quantities.${name}`)}</option>
          {values.map((value) => (
            <option key={value} value={value} lang="zh-CN">
              {value}
            </option>
          ))}
        </select>
      ))}
      {hidden && (
        <select
          className="select"
          aria-label={t('quantities.fromLabel')}
          value={editions[start]?.id ?? ''}
          onChange={({ target }) => set({ from: target.value })}
        >
          {editions.map(({ id, label }) => (
            <option key={id} value={id}>
              {t('quantities.from', { label })}
            </option>
          ))}
        </select>
      )}
      <ToggleChip on={view.changed} onClick={() => set({ changed: !view.changed })}>
        {t('quantities.onlyChanged')}
      </ToggleChip>
      <span role="status" className="soft small end">
        {t('quantities.count', { count })}
      </span>
    </div>
  );
}
