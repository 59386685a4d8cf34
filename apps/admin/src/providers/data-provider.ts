import type { DataProvider, GetListParams, Identifier, RaRecord } from 'ra-core';
import { intentKey, read, send, type Method, type Query } from '../api/client.ts';
import type { Page } from '../api/types.ts';

type Row = Record<string, unknown>;

/** What names a row where it is not `id`. */
const ID_FIELD: Readonly<Record<string, string>> = { ledger: 'seq' };

/**
 * react-admin's lists and forms over the API. A change sends the version of the record that the form was opened with
 * (`previousData.version`), so a refetch underneath never lets a form overwrite what its person has not seen.
 */
export function deskDataProvider(): DataProvider {
  // The provider's methods are generic over record types that only the caller knows; the API's rows carry no such type.
  const provider = {
    getList: (resource: string, params: GetListParams) => list(resource, listQuery(params), params.signal),
    getOne: async (resource: string, { id, signal }: { id: Identifier; signal?: AbortSignal }) => ({
      data: withId(resource, await read<Row>(`/${resource}/${id}`, {}, signal)),
    }),
    getMany: async (resource: string, { ids }: { ids: readonly Identifier[] }) => ({
      data: await Promise.all(ids.map(async (id) => withId(resource, await read<Row>(`/${resource}/${id}`)))),
    }),
    getManyReference: (resource: string, params: GetListParams & { target: string; id: Identifier }) =>
      list(resource, { ...listQuery(params), [params.target]: params.id }, params.signal),
    create: async (resource: string, { data }: { data: Row }) => ({
      data: withId(resource, await change('POST', `/${resource}`, data)),
    }),
    update: async (resource: string, params: { id: Identifier; data: Row; previousData?: Row }) => ({
      data: withId(resource, await change('PATCH', `/${resource}/${params.id}`, params.data, params.previousData)),
    }),
    delete: async (resource: string, { id, previousData }: { id: Identifier; previousData?: Row }) => {
      await change('DELETE', `/${resource}/${id}`, undefined, previousData);
      return { data: { ...previousData, id } };
    },
    updateMany: () => Promise.reject(new Error('nothing is changed in bulk')),
    deleteMany: () => Promise.reject(new Error('nothing is deleted in bulk')),
    supportAbortSignal: true,
  };
  return provider as unknown as DataProvider;
}

async function list(
  resource: string,
  query: Query,
  signal?: AbortSignal,
): Promise<{ data: RaRecord[]; total: number }> {
  const page = await read<Page<Row>>(`/${resource}`, query, signal);
  return { data: page.items.map((row) => withId(resource, row)), total: page.total };
}

function listQuery({ pagination, sort, filter }: GetListParams): Query {
  const sorted = sort === undefined || sort.field === 'id' ? {} : { sort: sort.field, order: sort.order.toLowerCase() };
  const paged = pagination === undefined ? {} : { page: pagination.page, perPage: Math.min(pagination.perPage, 100) };
  return { ...paged, ...sorted, ...(filter as Query) };
}

async function change(method: Method, path: string, body?: Row, seen?: Row): Promise<Row> {
  const version = seen?.['version'];
  const { value } = await send<Row>({
    method,
    path,
    key: intentKey(),
    ...(body === undefined ? {} : { body }),
    ...(typeof version === 'number' ? { version } : {}),
  });
  return value;
}

function withId(resource: string, row: Row): RaRecord {
  const named = row[ID_FIELD[resource] ?? 'id'] ?? row['key'];
  // Ids are strings, sequence numbers are numbers.
  return { ...row, id: named as Identifier };
}
