import type { RegistryAct } from '../api/types.ts';
import { Timeline } from '../desk/Timeline.tsx';
import { useFormat } from '../i18n/use-format.ts';
import { useT, useWord } from '../i18n/use-t.ts';
import { useFieldValue } from './field-value.ts';

/** What was done to a registry's row, newest first, with what changed. */
export function RegistryHistory({ acts }: { readonly acts: readonly RegistryAct[] }) {
  const t = useT();
  const word = useWord();
  const { time } = useFormat();
  if (acts.length === 0) return <p className="soft small">{t('regulation.historyNone')}</p>;
  return (
    <Timeline
      rows={acts.map((act, index) => ({
        id: act.id,
        now: index === 0,
        what: (
          <>
            <b>{word('act', act.action, word('act', 'unknown'))}</b>
            {act.actor !== null && ` · ${act.actor.name}`}
            <Changes act={act} />
            {act.comment !== null && <div lang="zh-CN">{act.comment}</div>}
          </>
        ),
        when: time(act.at),
      }))}
    />
  );
}

/** The fields that became another; of the first act only what it registered is on show elsewhere. */
function Changes({ act }: { readonly act: RegistryAct }) {
  const t = useT();
  const { nameOf, valueOf } = useFieldValue();
  const [before, after, other] = [
    recordOf(act.data['before']),
    recordOf(act.data['after']),
    recordOf(act.data['regulation']),
  ];
  if (Array.isArray(act.data['from']) && Array.isArray(act.data['to'])) {
    return (
      <div lang="zh-CN">
        {act.data['from'].join('、')} → {act.data['to'].join('、')}
      </div>
    );
  }
  if (other !== null && typeof other['title'] === 'string') return <div lang="zh-CN">《{other['title']}》</div>;
  if (before === null || after === null) return null;
  const fields = Object.keys(after).filter((field) => nameOf(field) !== null);
  return (
    <ul className="soft small history-fields">
      {fields.map((field) => (
        <li key={field}>
          {t('regulation.changedField', {
            field: nameOf(field),
            before: valueOf(field, before[field]),
            after: valueOf(field, after[field]),
          })}
        </li>
      ))}
    </ul>
  );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}
