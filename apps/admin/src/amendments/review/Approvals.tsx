import type { Amendment } from '../../api/amendment-types.ts';
import { Chip } from '../../desk/Chip.tsx';
import { Hash } from '../../desk/Hash.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useT } from '../../i18n/use-t.ts';

/** Who approved which content; an approval of an earlier content is marked as void. */
export function Approvals({ amendment }: { readonly amendment: Amendment }) {
  const t = useT();
  const { time } = useFormat();
  const { approvals, approvalsGiven, requiredApprovals, state } = amendment;
  if (approvalsGiven.length === 0 && state !== 'submitted') return null;
  return (
    <section>
      <h2 className="label">{t('review.approvals')}</h2>
      {state === 'submitted' && (
        <p className="soft small">{t('review.needed', { required: requiredApprovals, given: approvals })}</p>
      )}
      {approvalsGiven.map(({ approver, at, comment, contentHash, draftNumber, valid }) => (
        <div className="card" key={`${approver.id} ${at}`}>
          <div className="row">
            <b>{approver.name}</b>
            <Chip tone={valid ? 'ok' : 'plain'}>{t(valid ? 'review.valid' : 'review.void')}</Chip>
          </div>
          <small>
            {time(at)} · {t('review.approvalOf', { number: draftNumber })} · <Hash hash={contentHash} />
          </small>
          {!valid && (
            <div>
              <small>{t('review.voidHint')}</small>
            </div>
          )}
          {comment !== null && comment !== '' && <p className="said small">{comment}</p>}
        </div>
      ))}
    </section>
  );
}
