import { Link } from 'react-router-dom';
import type { AmendmentSummary } from '../api/amendment-types.ts';
import { AmendmentStateChip } from '../desk/Chip.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';

interface Props {
  readonly title: string;
  readonly empty: string;
  readonly hint: string;
  readonly amendments: readonly AmendmentSummary[];
  /** The list's filter that shows them all. */
  readonly all: 'mine' | 'waitingForMe';
}

const SHOWN = 8;

/** Amendments as cards that lead to their pages; an empty list says what brings something here. */
export function AmendmentCards({ title, empty, hint, amendments, all }: Props) {
  const t = useT();
  const filter = encodeURIComponent(JSON.stringify({ [all]: true }));
  return (
    <section>
      <div className="pane-head">
        <h2>{title}</h2>
        {amendments.length > SHOWN && (
          <Link className="small" to={`/amendments?filter=${filter}`}>
            {t('dashboard.all')} {amendments.length}
          </Link>
        )}
      </div>
      {amendments.length === 0 ? (
        <p className="card soft">
          {empty} {hint}
        </p>
      ) : (
        <ul className="cards">
          {amendments.slice(0, SHOWN).map((amendment) => (
            <li key={amendment.id}>
              <AmendmentCard amendment={amendment} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function AmendmentCard({ amendment }: { readonly amendment: AmendmentSummary }) {
  const t = useT();
  const word = useWord();
  const { list, time } = useFormat();
  const { authors, comments, editionLabel, entries, id, number, provisions, reasonClass, state, title, updatedAt } =
    amendment;
  const facts = [
    `${editionLabel} · ${t('amendment.number', { number })}`,
    word('reasonClass', reasonClass),
    list(authors.map(({ name }) => name)),
    t('amendment.scope', { entries, provisions }),
  ];
  return (
    <Link className="card pick" to={`/amendments/${id}`}>
      <span className="row">
        <b lang="zh-CN">{title}</b>
        <AmendmentStateChip state={state} />
        <small className="end">{t('dashboard.since', { time: time(updatedAt) })}</small>
      </span>
      <small>
        {facts.filter((fact) => fact !== '').join('　')}
        {comments.open > 0 && `　${t('amendment.comments', { open: comments.open })}`}
      </small>
    </Link>
  );
}
