import type { Amendment } from '../../api/amendment-types.ts';
import { useT } from '../../i18n/use-t.ts';
import { isUnderReview } from '../states.ts';

/** Before any change of an amendment that was submitted, returned ones too: that it costs what the reviewers have approved. */
export function ReopensNote({ amendment }: { readonly amendment: Amendment }) {
  const t = useT();
  const reopens = isUnderReview(amendment) || amendment.state === 'changes_requested';
  return reopens && <div className="alert warn">{t('editing.reopens')}</div>;
}
