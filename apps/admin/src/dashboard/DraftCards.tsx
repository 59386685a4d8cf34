import { Link } from 'react-router-dom';
import type { EditionSummary } from '../api/types.ts';
import { EditionStateChip } from '../desk/Chip.tsx';
import { comparisonAddress, editionAddress } from '../editions/address.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';

/** How far each edition in work is. */
export function DraftCards({ drafts }: { readonly drafts: readonly EditionSummary[] }) {
  const t = useT();
  return (
    <section>
      <div className="pane-head">
        <h2>{t('dashboard.drafts')}</h2>
      </div>
      {drafts.length === 0 ? (
        <p className="card soft">
          {t('dashboard.draftsEmpty')} {t('dashboard.draftsHint')} <Link to="/editions">{t('edition.list')}</Link>
        </p>
      ) : (
        drafts.map((edition) => <DraftCard key={edition.id} edition={edition} />)
      )}
    </section>
  );
}

function DraftCard({ edition }: { readonly edition: EditionSummary }) {
  const t = useT();
  const { number } = useFormat();
  const { basedOn, counts, head, id, label, standardTitle, state } = edition;
  const progress = t('dashboard.progress', { changed: number(counts.changed), entries: number(counts.entries) });
  return (
    <div className="card">
      <div className="row">
        <Link to={editionAddress(id)} lang="zh-CN">
          <b>{label}</b>
        </Link>
        <EditionStateChip state={state} />
        <small className="end">{t('edition.head', { number: head.number })}</small>
      </div>
      <small lang="zh-CN">
        {standardTitle}
        {basedOn !== null && `　${t('edition.basedOn')} ${basedOn.label}`}
      </small>
      <meter
        className="progress"
        min={0}
        max={Math.max(counts.entries, 1)}
        value={counts.changed}
        aria-label={progress}
      />
      <div className="row small">
        <span>{progress}</span>
        <span>{t('dashboard.merged', { count: number(counts.mergedAmendments) })}</span>
        <span>{t('dashboard.openAmendments', { count: number(counts.openAmendments) })}</span>
        <span>{t('dashboard.openFindings', { count: number(counts.openFindings) })}</span>
        {basedOn !== null && (
          <Link className="end" to={comparisonAddress(basedOn.id, id)}>
            {t('edition.compare')}
          </Link>
        )}
      </div>
    </div>
  );
}
