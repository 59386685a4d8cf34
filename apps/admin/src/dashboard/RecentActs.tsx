import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { Dashboard } from '../api/types.ts';
import { editionAddress } from '../editions/address.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { toldTogether, type Told, type ToldAct } from './recent.ts';

/** Things, and acts of each. */
const SHOWN = 8;
const ACTS = 4;

/** What was done lately to amendments and editions, by whom: each thing is named once, with its acts below. */
export function RecentActs({ acts }: { readonly acts: Dashboard['recent'] }) {
  const t = useT();
  const told = useMemo(() => toldTogether(acts), [acts]);
  return (
    <section aria-labelledby="recent">
      <div className="pane-head">
        <h2 id="recent">{t('dashboard.recent')}</h2>
      </div>
      {told.length === 0 ? (
        <p className="card soft">{t('dashboard.recentEmpty')}</p>
      ) : (
        <ol className="timeline">
          {told.slice(0, SHOWN).map((one, index) => (
            <li key={one.acts[0]?.act.id} className={index === 0 ? 'line now' : 'line'}>
              <Thing told={one} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Thing({ told: { amendment, edition, acts } }: { readonly told: Told }) {
  const t = useT();
  return (
    <div className="told">
      {amendment === null ? (
        <Link to={editionAddress(edition.id)} lang="zh-CN">
          {edition.label}
        </Link>
      ) : (
        <Link className="clamped" to={`/amendments/${amendment.id}`} title={amendment.title} lang="zh-CN">
          {amendment.title}
        </Link>
      )}
      <ul className="bare small">
        {acts.slice(0, ACTS).map((one) => (
          <Act key={one.act.id} told={one} />
        ))}
        {acts.length > ACTS && <li className="soft">{t('dashboard.moreActs', { count: acts.length - ACTS })}</li>}
      </ul>
    </div>
  );
}

function Act({ told: { act, times } }: { readonly told: ToldAct }) {
  const t = useT();
  const word = useWord();
  const { time } = useFormat();
  const { action, actor, at, comment } = act;
  return (
    <li>
      <span className="act-line">
        <span>
          {actor?.name ?? t('ledger.system')} {word('act', action, t('act.unknown'))}
          {times > 1 && t('dashboard.times', { times })}
        </span>
        <span className="soft nowrap">{time(at)}</span>
      </span>
      {comment !== null && comment !== '' && (
        <span className="soft clamped" lang="zh-CN" title={comment}>
          {comment}
        </span>
      )}
    </li>
  );
}
