import type { Agency } from '../../api/types.ts';
import { Chip } from '../../desk/Chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';

/** Whether it stands, and what stands in its place. */
export function AgencyState({ agency: { endedOn, registered, successors } }: { readonly agency: Agency }) {
  const t = useT();
  const { date, list } = useFormat();
  if (!registered) return <Chip tone="plain">{t('agencyPage.unregistered')}</Chip>;
  if (endedOn === null) return <Chip tone="ok">{t('agencyPage.standing')}</Chip>;
  return (
    <>
      <Chip tone="warn">{t('agencyPage.ended', { date: date(endedOn) })}</Chip>{' '}
      <span className="soft small" lang="zh-CN">
        → {list(successors.map(({ name }) => name))}
      </span>
    </>
  );
}
