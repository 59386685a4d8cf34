import { Link } from 'react-router-dom';
import type { Dashboard } from '../api/types.ts';
import { Timeline } from '../desk/Timeline.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';

const SHOWN = 12;

/** What was done to amendments lately, by whom. */
export function RecentActs({ acts }: { readonly acts: Dashboard['recent'] }) {
  const t = useT();
  const word = useWord();
  const { time } = useFormat();
  return (
    <section aria-labelledby="recent">
      <div className="pane-head">
        <h2 id="recent">{t('dashboard.recent')}</h2>
      </div>
      {acts.length === 0 ? (
        <p className="card soft">{t('dashboard.recentEmpty')}</p>
      ) : (
        <Timeline
          rows={acts.slice(0, SHOWN).map(({ action, actor, amendment, at, comment, id }, index) => ({
            id,
            now: index === 0,
            what: (
              <>
                {actor?.name ?? t('ledger.system')} {word('act', action, t('act.unknown'))}{' '}
                <Link to={`/amendments/${amendment.id}`} lang="zh-CN">
                  {amendment.title}
                </Link>
                {comment !== null && comment !== '' && (
                  <span className="soft" lang="zh-CN">
                    ：{comment}
                  </span>
                )}
              </>
            ),
            when: time(at),
          }))}
        />
      )}
    </section>
  );
}
