import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQuery } from '@tanstack/react-query';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import { draftQuery } from '../../api/queries.ts';
import { Chip } from '../../desk/Chip.tsx';
import { SidedText } from '../../desk/SidedText.tsx';
import { EmptyState, ErrorState, Loading } from '../../desk/states.tsx';
import { exceptDouble } from '../../desk/stray-click.ts';
import { useT, useWord } from '../../i18n/use-t.ts';
import { between } from './changes.ts';
import { nameOf } from './what-changed.ts';

export interface Drafts {
  readonly from: number;
  /** Null: the content as it is now. */
  readonly to: number | null;
}

interface Props {
  readonly amendment: Amendment;
  readonly drafts: Drafts;
  readonly onClose: () => void;
}

/** What became of a submitted draft: the proposed texts of one against those of a later one. */
export function DraftsDialog({ amendment, drafts: { from, to }, onClose }: Props) {
  const t = useT();
  const older = useQuery(draftQuery(amendment.id, from));
  const newer = useQuery({ ...draftQuery(amendment.id, to ?? 0), enabled: to !== null });
  const now = to === null ? amendment.edits : newer.data?.edits;
  const error = older.error ?? newer.error;
  const target = to === null ? t('review.draftNow') : t('review.draft', { number: to });
  return (
    <Dialog open onClose={exceptDouble(onClose)} maxWidth="md" fullWidth aria-labelledby="drafts">
      <DialogTitle id="drafts">{t('review.drafts', { from, to: target })}</DialogTitle>
      <DialogContent>
        {error !== null && <ErrorState inline error={error} />}
        {error === null && (older.data === undefined || now === undefined) && <Loading />}
        {older.data !== undefined && now !== undefined && <Differences older={older.data.edits} newer={now} />}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Differences({ older, newer }: { readonly older: readonly Edit[]; readonly newer: readonly Edit[] }) {
  const t = useT();
  const word = useWord();
  const now = new Map(newer.map((edit) => [edit.serviceId, edit]));
  const before = new Map(older.map((edit) => [edit.serviceId, edit]));
  const rows = [
    ...newer.map((edit) => ({ edit, old: before.get(edit.serviceId) ?? null, gone: false })),
    ...older.filter(({ serviceId }) => !now.has(serviceId)).map((edit) => ({ edit, old: edit, gone: true })),
  ].map(({ edit, old, gone }) => ({
    edit,
    note: gone ? t('review.draftDropped') : old === null ? t('review.draftAdded') : null,
    changes: gone ? [] : between(old?.proposed ?? edit.base, edit.proposed),
  }));
  const shown = rows.filter(({ note, changes }) => note !== null || changes.length > 0);
  if (shown.length === 0) return <EmptyState inline title={t('review.draftsEqual')} />;
  return shown.map(({ edit, note, changes }) => (
    <section key={edit.serviceId} className="edit-section" lang="zh-CN">
      <h2>
        {nameOf(edit)} {note !== null && <Chip tone="plain">{note}</Chip>}
      </h2>
      {changes.map(({ field, segments }) => (
        <div key={field} className="changed">
          <h3>{word('field', field)}</h3>
          <SidedText segments={segments} />
        </div>
      ))}
    </section>
  ));
}
