import { useListContext } from 'ra-core';
import { useSearchParams } from 'react-router-dom';
import { ToggleChip } from './Chip.tsx';
import { ImeSearch } from './ImeSearch.tsx';

type Values = Readonly<Record<string, unknown>>;

interface ListFilter {
  readonly values: Values;
  /** An empty value takes the filter off. */
  readonly set: (name: string, value: unknown) => void;
  readonly clear: () => void;
}

/** The list's filters, which stand in the address. */
export function useListFilter(): ListFilter {
  // react-admin keeps filters as `any`; they come from the address.
  const values = useListContext().filterValues as Values;
  const [, setParams] = useSearchParams();
  // By react-admin's own `setFilters` the address would change a turn later, and call back whoever has gone on meanwhile.
  const write = (filter: Values) =>
    setParams((now) => {
      now.set('filter', JSON.stringify(filter));
      now.set('page', '1');
      return now;
    });
  const set = (name: string, value: unknown) => {
    const others = Object.entries(values).filter(([other]) => other !== name);
    const isOff = value === '' || value === null || value === undefined || value === false;
    write(Object.fromEntries(isOff ? others : [...others, [name, value]]));
  };
  return { values, set, clear: () => write({}) };
}

interface Choice {
  readonly value: string;
  readonly label: string;
  /** Finer choices, listed beneath it. */
  readonly within?: readonly Choice[];
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** One of several values of a list's filter, or any. */
export function FilterSelect({ name, label, choices }: SelectProps) {
  const { values, set } = useListFilter();
  const value = values[name];
  return (
    <select
      className="select"
      aria-label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => set(name, event.target.value)}
    >
      <option value="">{label}</option>
      {choices.flatMap((choice) => [
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>,
        ...(choice.within ?? []).map((finer) => (
          <option key={finer.value} value={finer.value}>
            {`\u3000${finer.label}`}
          </option>
        )),
      ])}
    </select>
  );
}

/** A filter that is on or off. */
export function FilterToggle({ name, label }: { readonly name: string; readonly label: string }) {
  const { values, set } = useListFilter();
  const on = values[name] === true || values[name] === 'true';
  return (
    <ToggleChip on={on} onClick={() => set(name, !on)}>
      {label}
    </ToggleChip>
  );
}

/** Free text. */
export function FilterSearch({ name = 'q', label }: { readonly name?: string; readonly label: string }) {
  const { values, set } = useListFilter();
  const value = values[name];
  return (
    <ImeSearch value={typeof value === 'string' ? value : ''} label={label} onSearch={(text) => set(name, text)} />
  );
}

/** A day, `YYYY-MM-DD`. */
export function FilterDate({ name, label }: { readonly name: string; readonly label: string }) {
  const { values, set } = useListFilter();
  const value = values[name];
  return (
    <label className="soft small filter-date">
      {label}
      <input
        type="date"
        className="select"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => set(name, event.target.value)}
      />
    </label>
  );
}
