import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Edit } from '../../api/amendment-types.ts';
import { entryQuery } from '../../api/queries.ts';
import { ErrorState, Loading } from '../../desk/states.tsx';
import { useMe } from '../../desk/use-me.ts';
import type { OutlineView } from '../../editions/use-outline.ts';
import { EditForm } from './EditForm.tsx';
import { textOf, type EntryText } from './form.ts';
import type { Editing, Target } from './use-editing.ts';
import './editing.css';

interface Props {
  readonly editing: Editing;
  readonly target: Target;
  readonly view: OutlineView;
}

/** Waits for the text that is to be replaced, then opens the form on it once. */
export function EditingPane({ editing, target, view }: Props) {
  const me = useMe();
  const { amendment } = editing;
  const needsEntry = target.edit === null;
  const entry = useQuery({
    ...entryQuery(amendment?.editionId ?? '', target.serviceId),
    enabled: needsEntry && amendment !== null,
  });
  if (me === null || amendment === null || (needsEntry && entry.isPending))
    return (
      <Paper>
        <Loading />
      </Paper>
    );
  if (needsEntry && entry.isError) {
    return (
      <Paper>
        <ErrorState error={entry.error} retry={() => void entry.refetch()} />
      </Paper>
    );
  }
  const number =
    view.all.find((flat) => flat.entry.serviceId === target.serviceId)?.entry.number ?? target.edit?.number ?? null;
  const { base, baseId } = baseOf(
    target.edit,
    entry.data === undefined ? null : { ...entry.data, revisionId: entry.data.revision.id },
  );
  return (
    <EditForm
      amendment={amendment}
      editing={editing}
      edit={target.edit}
      base={base}
      baseId={baseId}
      number={number}
      place={{ personId: me.id, amendmentId: amendment.id, serviceId: target.serviceId, base: baseId ?? 'new' }}
    />
  );
}

function Paper({ children }: { readonly children: ReactNode }) {
  return <article className="paper wide-paper">{children}</article>;
}

/** The text that the edit replaces: null for an added entry. */
function baseOf(edit: Edit | null, entry: (EntryText & { revisionId: string }) | null) {
  const revision = edit === null ? entry : edit.base;
  if (revision === null) return { base: null, baseId: null };
  return { base: textOf(revision), baseId: revision.revisionId };
}
