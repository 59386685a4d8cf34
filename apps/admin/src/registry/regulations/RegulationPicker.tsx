import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { regulationSearchQuery } from '../../api/queries.ts';
import type { RegulationRef } from '../../api/types.ts';
import { ImeSearch } from '../../desk/ImeSearch.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';

interface Props {
  readonly label: string;
  readonly help?: string;
  readonly value: RegulationRef | null;
  /** Not to be chosen. */
  readonly except: string | null;
  readonly onChange: (value: RegulationRef | null) => void;
}

/** Chooses one registered regulation: search, then press. */
export function RegulationPicker({ label, help, value, except, onChange }: Props) {
  const t = useT();
  const { list } = useFormat();
  const [q, setQ] = useState('');
  const query = useQuery(regulationSearchQuery(q));
  const found = q === '' ? [] : (query.data?.items ?? []).filter(({ id }) => id !== except && id !== value?.id);
  return (
    <fieldset className="picker">
      <legend>{label}</legend>
      {help !== undefined && <p className="soft small">{help}</p>}
      {value !== null && (
        <div className="row">
          <b lang="zh-CN">{value.title}</b>
          <button type="button" className="link" onClick={() => onChange(null)}>
            {t('regulation.clear')}
          </button>
        </div>
      )}
      <ImeSearch value={q} label={t('regulation.pick')} onSearch={setQ} />
      <div role="status">
        {q !== '' && query.isSuccess && found.length === 0 && <p className="soft small">{t('regulation.pickNone')}</p>}
      </div>
      {found.map(({ id, title, numbers }) => (
        <button
          key={id}
          type="button"
          className="card pick"
          lang="zh-CN"
          onClick={() => {
            onChange({ id, title, numbers });
            setQ('');
          }}
        >
          <b>{title}</b>
          <small>{numbers.length === 0 ? t('regulation.noNumber') : list(numbers)}</small>
        </button>
      ))}
    </fieldset>
  );
}
