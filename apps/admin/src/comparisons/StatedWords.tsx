import type { StatedReason } from '../api/types.ts';
import { useFormat } from '../i18n/use-format.ts';
import { useT } from '../i18n/use-t.ts';

/** Why something changed in a person's words, and whose they are. */
export function StatedWords({ stated: { at, basis, by, reason } }: { readonly stated: StatedReason }) {
  const t = useT();
  const { date } = useFormat();
  return (
    <>
      <div lang="zh-CN">{reason}</div>
      {basis !== '' && <div lang="zh-CN">{basis}</div>}
      <div className="soft">{t('reasons.by', { name: by.name, date: date(at) })}</div>
    </>
  );
}
