import { useQuery } from '@tanstack/react-query';
import { commitsQuery, editionsQuery } from '../api/queries.ts';
import type { ImportMatching } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';

/** The edition that a document is held against, and of a draft the commit that the document was a copy of. */
export interface Chosen {
  readonly id: string;
  /** Null for the latest. */
  readonly commit: number | null;
}

interface Props {
  readonly matching: ImportMatching;
  readonly onChange: (chosen: Chosen) => void;
}

export function AgainstPicker({ matching: { against }, onChange }: Props) {
  const t = useT();
  const { time } = useFormat();
  const editions = useQuery(editionsQuery()).data?.items ?? [];
  const id = against?.id ?? '';
  const isDraft = against?.state === 'drafting';
  const commits = useQuery({ ...commitsQuery(id), enabled: isDraft }).data?.items ?? [];
  return (
    <>
      <label className="row">
        <span className="soft small">{t('matching.against')}</span>
        <select className="select" value={id} onChange={(event) => onChange({ id: event.target.value, commit: null })}>
          {editions
            .filter(({ state }) => state !== 'abandoned')
            .map((edition) => (
              <option key={edition.id} value={edition.id}>
                {edition.label} · {edition.standardTitle}
              </option>
            ))}
        </select>
      </label>
      {isDraft && commits.length > 1 && (
        <select
          className="select"
          aria-label={t('matching.copyOf')}
          title={t('matching.copyOf')}
          value={against.commit ?? ''}
          onChange={(event) => onChange({ id, commit: event.target.value === '' ? null : Number(event.target.value) })}
        >
          <option value="">{t('matching.latest')}</option>
          {commits.map(({ number, at }) => (
            <option key={number} value={number}>
              {t('matching.asOf', { number, at: time(at) })}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
