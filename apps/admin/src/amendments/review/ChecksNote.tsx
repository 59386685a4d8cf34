import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import type { Amendment } from '../../api/amendment-types.ts';
import { findingsQuery } from '../../api/queries.ts';
import { Chip } from '../../desk/Chip.tsx';
import { entryAddress } from '../../editions/address.ts';
import { useT } from '../../i18n/use-t.ts';
import { nameOf } from './what-changed.ts';

/** What the checks still have against the entries that the amendment touches. */
export function ChecksNote({ amendment }: { readonly amendment: Amendment }) {
  const t = useT();
  const findings = useQuery(findingsQuery(amendment.editionId));
  if (!findings.isSuccess || amendment.edits.length === 0) return null;
  const open = findings.data.items.filter(({ state }) => state === 'open');
  const touched = amendment.edits.filter((edit) => open.some(({ serviceId }) => serviceId === edit.serviceId));
  const count = open.filter((finding) => touched.some(({ serviceId }) => serviceId === finding.serviceId)).length;
  return (
    <section>
      <h2 className="label">{t('review.checks')}</h2>
      <div className="card small">
        {count === 0 ? (
          <>
            <Chip tone="ok">{t('finding.pass')}</Chip> {t('review.checksClear')}
          </>
        ) : (
          <>
            {t('review.checksOpen', { count })}
            <ul>
              {touched.map((edit) => (
                <li key={edit.id} lang="zh-CN">
                  <Link to={`${entryAddress(amendment.editionId, edit.serviceId)}?tab=findings`}>{nameOf(edit)}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
