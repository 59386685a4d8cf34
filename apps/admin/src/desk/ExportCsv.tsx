import { useState } from 'react';
import Button from '@mui/material/Button';
import { useListContext, useNotify } from 'ra-core';
import { read, type Query } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';
import type { Page } from '../api/types.ts';
import { useSentence, useT } from '../i18n/use-t.ts';
import { saveCsv } from './csv.ts';

export interface CsvColumn<T> {
  readonly label: string;
  readonly value: (row: T) => string | number;
}

interface Props<T> {
  /** Below `/api`. */
  readonly path: string;
  readonly fileName: string;
  readonly columns: readonly CsvColumn<T>[];
}

const PAGE = 100;
/** More than a list of persons' work ever holds; the ledger has an export of its own. */
const MOST_PAGES = 100;

/** Saves everything that the list's filters leave, in the list's order, and not only the page on show. */
export function ExportCsv<T>({ path, fileName, columns }: Props<T>) {
  const t = useT();
  const sentence = useSentence();
  const notify = useNotify();
  const { sort, total, ...list } = useListContext();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      // react-admin keeps filters as `any`; they come from the address.
      const rows = await allRows<T>(path, { ...(list.filterValues as Query), ...order(sort) });
      saveCsv(fileName, [
        columns.map(({ label }) => label),
        ...rows.map((row) => columns.map((one) => one.value(row))),
      ]);
    } catch (error) {
      notify(sentence(problemOf(error)), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button variant="outlined" disabled={busy || total === 0} onClick={() => void save()}>
      {t('lists.export')}
    </Button>
  );
}

function order({ field, order: direction }: { readonly field: string; readonly order: string }): Query {
  return { sort: field, order: direction.toLowerCase() };
}

async function allRows<T>(path: string, query: Query): Promise<T[]> {
  const rows: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { items, total } = await read<Page<T>>(path, { ...query, page, perPage: PAGE });
    rows.push(...items);
    if (rows.length >= total || items.length === 0) break;
  }
  return rows;
}
