import Button from '@mui/material/Button';
import { Link, useLocation } from 'react-router-dom';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import type { Edition } from '../../api/types.ts';
import { AmendmentStateChip, Chip } from '../../desk/Chip.tsx';
import { entryAddress } from '../../editions/address.ts';
import { useT, useWord, type T } from '../../i18n/use-t.ts';
import type { Editing } from './use-editing.ts';

/** Above the panes while an amendment is worked on: which one, and the entries that it changes. */
export function AmendmentBar({
  editing,
  edition,
}: {
  readonly editing: Editing;
  readonly edition: Edition | undefined;
}) {
  const t = useT();
  const { amendment } = editing;
  if (amendment === null || edition === undefined) return null;
  if (editing.writable === null) return <ClosedBar amendment={amendment} onLeave={editing.leave} />;
  return (
    <section className="amendment-bar" aria-label={t('editing.barLabel')}>
      <b title={amendment.title}>{t('editing.bar', { title: nameOf(t, amendment) })}</b>
      <AmendmentStateChip state={amendment.state} />
      {amendment.edits.length === 0 ? (
        <span className="soft small" style={{ flex: 1 }}>
          {t('editing.stripEmpty')}
        </span>
      ) : (
        <ul aria-label={t('editing.strip')}>
          {amendment.edits.map((edit) => (
            <li key={edit.id}>
              <EditLink edit={edit} editionId={edition.id} editing={editing} />
            </li>
          ))}
        </ul>
      )}
      <Button variant="contained" component={Link} to={`/amendments/${amendment.id}`}>
        {t('editing.toReview')}
      </Button>
      <Button onClick={editing.leave}>{t('editing.leaveAmendment')}</Button>
    </section>
  );
}

/** An amendment that was closed meanwhile, or whose address was kept: nothing is written in it any more. */
function ClosedBar({ amendment, onLeave }: { readonly amendment: Amendment; readonly onLeave: () => void }) {
  const t = useT();
  return (
    <section className="amendment-bar" aria-label={t('editing.barLabel')}>
      <b title={amendment.title}>{t('editing.barClosed', { title: nameOf(t, amendment) })}</b>
      <AmendmentStateChip state={amendment.state} />
      <span className="soft small" style={{ flex: 1 }}>
        {t('editing.closedHint')}
      </span>
      <Button component={Link} to={`/amendments/${amendment.id}`}>
        {t('editing.toClosed')}
      </Button>
      <Button variant="contained" onClick={onLeave}>
        {t('editing.leaveClosed')}
      </Button>
    </section>
  );
}

function nameOf(t: T, { number, title }: Amendment): string {
  return `${t('amendment.number', { number })} ${title}`;
}

function EditLink({ edit, editionId, editing }: { edit: Edit; editionId: string; editing: Editing }) {
  const word = useWord();
  const { search } = useLocation();
  const params = new URLSearchParams(search);
  params.delete('edit');
  const isNew = edit.kind === 'add';
  if (isNew) params.set('edit', edit.id);
  const title = (edit.proposed ?? edit.current ?? edit.base)?.title ?? edit.code;
  const to = {
    pathname: isNew ? `/editions/${editionId}` : entryAddress(editionId, edit.serviceId),
    search: params.toString(),
  };
  const on = isNew ? editing.target?.edit?.id === edit.id : editing.edit?.id === edit.id;
  return (
    <Link to={to} aria-current={on ? 'true' : undefined} title={title}>
      {edit.kind !== 'revise' && (
        <>
          <Chip tone={isNew ? 'ok' : edit.kind === 'remove' ? 'bad' : 'plain'}>{word('editKind', edit.kind)}</Chip>{' '}
        </>
      )}
      {edit.number} {title}
    </Link>
  );
}
