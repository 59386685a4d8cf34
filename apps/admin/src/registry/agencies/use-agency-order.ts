import type { AgencyDetail, SuccessionKind } from '../../api/types.ts';
import { useT, type MessageKey } from '../../i18n/use-t.ts';
import type { ImpactOrder } from '../impact/OpenForImpactDialog.tsx';

const SENTENCES: Readonly<Record<SuccessionKind, MessageKey>> = {
  rename: 'agencyPage.orderRename',
  merge: 'agencyPage.orderMerge',
  split: 'agencyPage.orderSplit',
};

/** What an amendment after a succession says of itself, in the document's words; null while the agency has no successor. */
export function useAgencyOrder({ endedOn, id, name, successors }: AgencyDetail): ImpactOrder | null {
  const t = useT();
  const [first] = successors;
  if (first === undefined) return null;
  const what = t(SENTENCES[first.kind], { from: name, to: successors.map((one) => one.name).join('、') });
  const [year = '', month = '', day = ''] = first.on.split('-');
  const date = `${year}年${Number(month)}月${Number(day)}日`;
  const replaced = endedOn !== null && successors.length === 1;
  return {
    path: `/agencies/${id}/amendments`,
    title: what,
    rationale: t('agencyPage.orderRationale', { what, date }),
    legalBasis: '',
    hint: t(replaced ? 'impact.renameHint' : 'agencyPage.splitHint'),
  };
}
