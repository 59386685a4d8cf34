import type { Comparison } from '../api/types.ts';
import { headingOf } from '../editions/flatten.ts';
import { useT } from '../i18n/use-t.ts';
import { StatedReason } from './StatedReason.tsx';

type Section = Comparison['sections'][number];

function headingName(kind: Section['kind'], heading: Section['after']): string {
  return heading === null ? '' : headingOf({ kind, ...heading });
}

/** Chapters and categories that came, went, or are called otherwise. */
export function SectionChanges({ sections }: { readonly sections: Comparison['sections'] }) {
  const t = useT();
  if (sections.length === 0) return null;
  return (
    <section className="card">
      <h2 className="label">{t('comparison.sections')}</h2>
      <ul className="section-changes" lang="zh-CN">
        {sections.map(({ after, before, change, changes, kind, stated }) => (
          <li key={`${kind} ${before?.number ?? ''} ${after?.number ?? ''} ${(after ?? before)?.title ?? ''}`}>
            {before !== null && <del>{headingOf({ kind, ...before })}</del>}{' '}
            {after !== null && <ins>{headingOf({ kind, ...after })}</ins>}{' '}
            <small className="soft">{changes.map((change) => t(`comparison.section.${change}`)).join(' ')}</small>
            {change !== null && (
              <StatedReason change={change} stated={stated} name={headingName(kind, after ?? before)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
