import { ToggleChip } from '../desk/Chip.tsx';
import { ImeSearch } from '../desk/ImeSearch.tsx';
import { useT } from '../i18n/use-t.ts';
import { countsOf, namesIn, ONLY } from './filter.ts';
import type { OutlineView } from './use-outline.ts';

const CHOICES = [
  { name: 'agency', of: 'agencies', any: 'edition.anyAgency' },
  { name: 'funding', of: 'funding', any: 'edition.anyFunding' },
] as const;

/** Narrows the outline; what is chosen stands in the address. */
export function OutlineFilters({ view }: { readonly view: OutlineView }) {
  const t = useT();
  const counts = countsOf(view.all);
  return (
    <div className="outline-filters" role="search" aria-label={t('edition.filter')}>
      <div className="row">
        {ONLY.map((only) => (
          <ToggleChip key={only} on={view.filter.only === only} onClick={() => view.set({ only })}>
            {t(`edition.only.${only}`)} {counts[only]}
          </ToggleChip>
        ))}
      </div>
      <ImeSearch value={view.filter.q} label={t('edition.search')} onSearch={(q) => view.set({ q })} />
      <div className="outline-selects">
        {CHOICES.map(({ name, of, any }) => (
          <select
            key={name}
            className="select"
            aria-label={t(`edition.${name}`)}
            value={view.filter[name]}
            onChange={(event) => view.set({ [name]: event.target.value })}
          >
            <option value="">{t(any)}</option>
            {namesIn(view.all, of).map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </select>
        ))}
      </div>
    </div>
  );
}
