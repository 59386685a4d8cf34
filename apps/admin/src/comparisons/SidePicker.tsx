import { useQueries, useQuery } from '@tanstack/react-query';
import { commitsQuery, editionsQuery } from '../api/queries.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';

interface Props {
  readonly label: string;
  /** `edition:<id>`, `commit:<id>` or empty. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One side of a comparison: an edition as it is, or as of one of its commits. */
export function SidePicker({ label, value, onChange }: Props) {
  const t = useT();
  const { date } = useFormat();
  const editions = useQuery(editionsQuery()).data?.items ?? [];
  const editionId = useEditionOf(value);
  const commits = useQuery({ ...commitsQuery(editionId), enabled: editionId !== '' }).data?.items ?? [];
  return (
    <fieldset className="side-picker">
      <legend>{label}</legend>
      <select
        className="select"
        aria-label={label}
        value={editionId}
        onChange={(event) => onChange(event.target.value === '' ? '' : `edition:${event.target.value}`)}
      >
        <option value="">{t('comparison.pick')}</option>
        {editions.map((edition) => (
          <option key={edition.id} value={edition.id}>
            {edition.label}
          </option>
        ))}
      </select>
      {commits.length > 1 && (
        <select
          className="select"
          aria-label={t('common.lead', { text: label }) + t('comparison.commitLabel')}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value={`edition:${editionId}`}>{t('comparison.latest')}</option>
          {commits.map(({ amendment, at, id, number }) => (
            <option key={id} value={`commit:${id}`}>
              {t('comparison.commit', { number })} · {date(at)}
              {amendment !== null && ` · ${amendment.title}`}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

/** The edition that a side belongs to. A commit's address does not name its edition, so those of every edition are looked through. */
export function useEditionOf(ref: string): string {
  const [kind, id = ''] = ref.split(':');
  const editions = useQuery(editionsQuery()).data?.items ?? [];
  const asked = kind === 'commit' ? editions : [];
  const found = useQueries({ queries: asked.map((edition) => commitsQuery(edition.id)) });
  if (kind === 'edition') return id;
  const index = found.findIndex(({ data }) => data?.items.some((commit) => commit.id === id) === true);
  return asked[index]?.id ?? '';
}
