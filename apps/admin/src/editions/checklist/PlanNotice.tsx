import Alert from '@mui/material/Alert';
import type { Edition } from '../../api/types.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useSentence, useT } from '../../i18n/use-t.ts';

/** What was decided on the moment of publication, and what became of it. What was taken back is in the record alone. */
export function PlanNotice({ plan }: { readonly plan: Edition['plan'] }) {
  const t = useT();
  const sentence = useSentence();
  const { moment, time } = useFormat();
  if (plan === null || plan.state === 'cancelled') return null;
  const facts = { at: moment(plan.publishAt), name: plan.publisher.name };
  if (plan.state === 'stopped') {
    const reason = plan.problem === null ? '' : sentence(plan.problem);
    return (
      <Alert severity="error" sx={{ mb: 2 }}>
        {t('publishing.planStopped', { ...facts, reason })}
      </Alert>
    );
  }
  return plan.state === 'waiting' ? (
    <Alert severity="info" sx={{ mb: 2 }}>
      {t('publishing.planWaiting', { ...facts, decided: time(plan.decidedAt) })}
    </Alert>
  ) : (
    <Alert severity="success" sx={{ mb: 2 }}>
      {t('publishing.planDone', { ...facts, ended: moment(plan.endedAt ?? '') })}
    </Alert>
  );
}

/** That a publication no longer holds, from when and why. */
export function WithdrawalNotice({ publication }: Pick<Edition, 'publication'>) {
  const t = useT();
  const { date, time } = useFormat();
  const withdrawal = publication?.withdrawal ?? null;
  if (withdrawal === null) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <strong>{t('publishing.withdrawn', { date: date(withdrawal.effectiveDate) })}</strong>
      <p lang="zh-CN" style={{ whiteSpace: 'pre-wrap', margin: '6px 0' }}>
        {withdrawal.explanation}
      </p>
      <span className="soft small">
        {t('publishing.withdrawnBy', { name: withdrawal.withdrawnBy.name, at: time(withdrawal.at) })}
      </span>
    </Alert>
  );
}
