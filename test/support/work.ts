import type { Provisions } from '../../packages/outline/src/index.ts';
import type { Answer, Client } from './client.ts';

/** The acts of the daily work over HTTP, each failing loudly: for tests and benchmarks that need a state to start from. */

export interface EditionBody {
  readonly id: string;
  readonly label: string;
  readonly state: string;
  readonly version: number;
  readonly head: { readonly id: string; readonly number: number; readonly treeHash: string };
}

export interface AmendmentBody {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly contentHash: string;
}

export interface EntryBody {
  readonly serviceId: string;
  readonly number: string;
  readonly title: string;
  readonly provisions: Provisions | null;
  readonly revision: { readonly id: string };
}

/** The body of an answer that must have succeeded. */
export function body<T>(answer: Answer<T>): T {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

export async function editions(client: Client): Promise<readonly EditionBody[]> {
  return body(await client.get<{ items: EditionBody[] }>('/editions')).items;
}

export async function fork(editor: Client, basedOnId: string, label: string): Promise<EditionBody> {
  return body(await editor.post<EditionBody>('/editions', { basedOnId, label }));
}

export async function openAmendment(editor: Client, editionId: string, title: string): Promise<AmendmentBody> {
  const request = {
    editionId,
    title,
    reasonClass: 'wording',
    rationale: '统一用语。',
    legalBasis: '京政发〔2023〕1号',
  };
  return body(await editor.post<AmendmentBody>('/amendments', request));
}

/** Proposes new provisions for an entry; what is not named stays as it is. */
export async function revise(
  editor: Client,
  amendmentId: string,
  entry: EntryBody,
  change: Partial<Provisions>,
): Promise<{ id: string; version: number }> {
  const provisions = { ...entry.provisions, ...change };
  const edit = {
    kind: 'revise',
    serviceId: entry.serviceId,
    title: entry.title,
    provisions,
    baseRevisionId: entry.revision.id,
  };
  return body(await editor.post<{ id: string; version: number }>(`/amendments/${amendmentId}/edits`, edit));
}

/** Causes an event with the version and content that the person sees now. */
export async function cause(
  client: Client,
  amendmentId: string,
  event: string,
  comment?: string,
): Promise<AmendmentBody> {
  const seen = body(await client.get<AmendmentBody>(`/amendments/${amendmentId}`));
  const needsHash = event === 'approve' || event === 'merge';
  const request = {
    event,
    ...(comment === undefined ? {} : { comment }),
    ...(needsHash ? { contentHash: seen.contentHash } : {}),
  };
  return body(
    await client.post<AmendmentBody>(`/amendments/${amendmentId}/events`, request, { version: seen.version }),
  );
}

export async function causeEdition(
  client: Client,
  editionId: string,
  event: string,
  more: Record<string, unknown> = {},
): Promise<EditionBody> {
  const seen = body(await client.get<EditionBody>(`/editions/${editionId}`));
  return body(
    await client.post<EditionBody>(`/editions/${editionId}/events`, { event, ...more }, { version: seen.version }),
  );
}

/** From draft to merged by three acts of two people. */
export async function carryThrough(editor: Client, reviewer: Client, amendmentId: string): Promise<AmendmentBody> {
  await cause(editor, amendmentId, 'submit');
  await cause(reviewer, amendmentId, 'approve');
  return cause(editor, amendmentId, 'merge');
}
