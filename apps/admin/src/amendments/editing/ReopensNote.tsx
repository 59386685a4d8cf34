import type { Amendment } from '../../api/amendment-types.ts';
import { useT } from '../../i18n/use-t.ts';
import { isUnderReview } from '../states.ts';

/** Before any change of an amendment in review: that it costs what the reviewers have approved. */
export function ReopensNote({ amendment }: { readonly amendment: Amendment }) {
  const t = useT();
  return isUnderReview(amendment) && <div className="alert warn">{t('editing.reopens')}</div>;
}
