import { useRef, type ReactNode } from 'react';
import { ListBase, useListContext, useRecordContext, type ListBaseProps } from 'ra-core';
import { DataTable, Pagination } from 'ra-ui-materialui';
import { useT } from '../i18n/use-t.ts';
import { Where } from '../layout/slots.tsx';
import { useTitle } from '../layout/use-title.ts';
import { useListFilter } from './FilterSelect.tsx';
import { EmptyState, ErrorState, Loading } from './states.tsx';

interface Props extends Omit<ListBaseProps, 'children' | 'title' | 'empty'> {
  readonly title: string;
  readonly empty: string;
  /** Controls above the table; they set the list's filters through `useListContext`. */
  readonly filters?: ReactNode;
  /** What stands between the title and the filters. */
  readonly intro?: ReactNode;
  /** What can be done with the whole list. */
  readonly actions?: ReactNode;
  /** The source of the column that takes the free width and breaks; what stands in the others is short and stays in one line. */
  readonly long: string;
  /** Columns: `DataTable.Col`. */
  readonly children: ReactNode;
  readonly rowClick?: (id: string | number) => string | false;
}

/** A list with filters, sorting and paging, in the address so that it can be sent to somebody. */
export function ListFrame({ title, empty, intro, filters, actions, long, children, rowClick, ...list }: Props) {
  useTitle(title);
  return (
    // The address alone says what is shown: kept parameters would put a filter back that a step back has taken off.
    <ListBase perPage={25} disableSyncWithLocation={false} storeKey={false} {...list}>
      <div className="page">
        <Where>
          <b>{title}</b>
        </Where>
        <div className="page-head">
          <h1>{title}</h1>
          <div className="end row">{actions}</div>
        </div>
        {intro}
        {filters !== undefined && <div className="filters">{filters}</div>}
        <Rows empty={empty} long={long} rowClick={rowClick}>
          {children}
        </Rows>
      </div>
    </ListBase>
  );
}

type RowsProps = Pick<Props, 'empty' | 'long' | 'children'> & { readonly rowClick: Props['rowClick'] | undefined };

function Rows({ empty, long, children, rowClick }: RowsProps) {
  const t = useT();
  const { isPending, error, refetch, total } = useListContext();
  const filter = useListFilter();
  const onLink = useRef(false);
  if (isPending) return <Loading />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (total === 0) {
    return (
      <EmptyState inline title={empty}>
        {Object.keys(filter.values).length > 0 && (
          <button type="button" className="chip" onClick={filter.clear}>
            {t('common.reset')}
          </button>
        )}
      </EmptyState>
    );
  }
  return (
    // A link opens its page itself: with the row's opening it, too, the first step back would lead nowhere.
    <div
      className="sheet"
      onClickCapture={({ target }) => {
        onLink.current = target instanceof Element && target.closest('a, button') !== null;
      }}
    >
      <DataTable
        bulkActionButtons={false}
        rowClick={rowClick !== undefined && ((id) => (onLink.current ? false : rowClick(id)))}
        sx={tableStyle(long)}
      >
        {children}
      </DataTable>
      <Pagination rowsPerPageOptions={PAGE_SIZES} />
    </div>
  );
}

const PAGE_SIZES = [25, 50, 100];

function tableStyle(long: string) {
  return {
    '& .RaDataTable-headerCell': { color: 'var(--soft)', background: 'var(--card)' },
    '& th, & td': { whiteSpace: 'nowrap' },
    [`& .column-${long}`]: { whiteSpace: 'normal', width: '100%', overflowWrap: 'anywhere', minWidth: '12em' },
  };
}

/** Draws one cell from its row; the list's resource decides what a row is, and the caller names that type. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it types the caller's `draw`
export function Field<Row>({ draw }: { readonly draw: (row: Row) => ReactNode }) {
  const row = useRecordContext() as Row | undefined;
  return row === undefined ? null : draw(row);
}
