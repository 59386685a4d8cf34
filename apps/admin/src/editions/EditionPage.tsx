import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { AmendmentBar } from '../amendments/editing/AmendmentBar.tsx';
import { EditingPane } from '../amendments/editing/EditingPane.tsx';
import { useEditing } from '../amendments/editing/use-editing.ts';
import { editionQuery } from '../api/queries.ts';
import { ErrorState } from '../desk/states.tsx';
import { AboutPane } from '../entries/AboutPane.tsx';
import { EntryPane } from '../entries/EntryPane.tsx';
import { useShortcuts } from '../layout/use-shortcuts.ts';
import { entryAddress } from './address.ts';
import { CommitBar } from './CommitBar.tsx';
import { EditionHeader } from './EditionHeader.tsx';
import { EditionOverview } from './EditionOverview.tsx';
import { OutlinePane } from './OutlinePane.tsx';
import { useOutline } from './use-outline.ts';

/** An edition as it is read and amended: outline, text, and what is known of the text. */
export default function EditionPage() {
  const { id = '', serviceId = null } = useParams();
  const [params] = useSearchParams();
  const commit = Number(params.get('commit') ?? Number.NaN);
  const atCommit = Number.isInteger(commit) ? commit : undefined;
  const edition = useQuery(editionQuery(id));
  const view = useOutline(id, atCommit);
  const editing = useEditing(id, serviceId);
  useReadingKeys(
    id,
    serviceId,
    view.shown.map(({ entry }) => entry.serviceId),
  );
  if (edition.isError) return <ErrorState error={edition.error} retry={() => void edition.refetch()} />;
  return (
    <>
      {edition.data !== undefined && <EditionHeader edition={edition.data} />}
      <div className="edition-frame">
        {atCommit !== undefined && <CommitBar commit={atCommit} />}
        <AmendmentBar editing={editing} edition={edition.data} />
        <div className="three">
          <OutlinePane editionId={id} view={view} serviceId={editing.target?.edit?.kind === 'add' ? null : serviceId} />
          {editing.target !== null ? (
            <EditingPane key={`edit ${editing.target.key}`} editing={editing} target={editing.target} view={view} />
          ) : serviceId === null ? (
            <EditionOverview edition={edition.data} view={view} />
          ) : (
            <>
              <EntryPane
                key={`text ${serviceId}`}
                {...{ edition: edition.data, editionId: id, serviceId, commit: atCommit, editing, view }}
              />
              <AboutPane key={`about ${serviceId}`} editionId={id} serviceId={serviceId} commit={atCommit} />
            </>
          )}
        </div>
      </div>
    </>
  );
}

/** J and K go through what the outline shows; the filter stays. */
function useReadingKeys(editionId: string, serviceId: string | null, shown: readonly string[]): void {
  const navigate = useNavigate();
  const { search } = useLocation();
  const step = (by: 1 | -1) => {
    const at = serviceId === null ? (by === 1 ? -1 : shown.length) : shown.indexOf(serviceId);
    const next = shown[at + by];
    if (next !== undefined) void navigate({ pathname: entryAddress(editionId, next), search });
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });
}
