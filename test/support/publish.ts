import type { Provisions } from '../../packages/outline/src/index.ts';
import type { Client } from './client.ts';
import { body, carryThrough, causeEdition, fork, openAmendment, type EditionBody, type EntryBody } from './work.ts';

/** Who it takes to publish. */
export interface Publishers {
  readonly editor: Client;
  readonly reviewer: Client;
  readonly publisher: Client;
}

export type NewText = Partial<Provisions> & { readonly title?: string };

/** One published edition, as a test wants it. */
export interface Plan {
  readonly basedOnId: string;
  readonly label: string;
  readonly effectiveDate: string;
  /** New texts, by the entry's code; what is not named stays as it is. */
  readonly changes?: Readonly<Record<string, NewText>>;
}

/** From fork to publication, by three people. */
export async function published(people: Publishers, plan: Plan): Promise<EditionBody> {
  const { editor, reviewer, publisher } = people;
  const draft = await fork(editor, plan.basedOnId, plan.label);
  if (plan.changes !== undefined) {
    const amendment = await propose(editor, draft.id, plan.changes);
    await carryThrough(editor, reviewer, amendment);
  }
  await acceptErrors(editor, draft.id);
  await causeEdition(editor, draft.id, 'finalise');
  await causeEdition(editor, draft.id, 'schedule', { effectiveDate: plan.effectiveDate });
  return causeEdition(publisher, draft.id, 'publish');
}

/** An amendment with these texts, as a draft; gives its id. */
export async function propose(
  editor: Client,
  editionId: string,
  changes: NonNullable<Plan['changes']>,
): Promise<string> {
  const { id } = await openAmendment(editor, editionId, '调整标准');
  for (const [code, { title, ...change }] of Object.entries(changes)) {
    const entry = await entryOf(editor, editionId, code);
    const edit = {
      kind: 'revise',
      serviceId: entry.serviceId,
      title: title ?? entry.title,
      provisions: { ...entry.provisions, ...change },
      baseRevisionId: entry.revision.id,
    };
    body(await editor.post(`/amendments/${id}/edits`, edit));
  }
  return id;
}

export async function entryOf(reader: Client, editionId: string, code: string): Promise<EntryBody> {
  for (let page = 1; page < 10; page++) {
    const path = `/editions/${editionId}/entries?perPage=100&page=${page}`;
    const { items } = body(await reader.get<{ items: { code: string; serviceId: string }[] }>(path));
    const found = items.find((item) => item.code === code);
    if (found !== undefined)
      return body(await reader.get<EntryBody>(`/editions/${editionId}/entries/${found.serviceId}`));
    if (items.length < 100) break;
  }
  throw new Error(`no entry ${code}`);
}

/** What blocks a publication is answered, as an editor would who keeps the text. */
async function acceptErrors(editor: Client, editionId: string): Promise<void> {
  const findings = `/editions/${editionId}/findings`;
  const path = `${findings}?severity=error&state=open&perPage=100`;
  const { items } = body(await editor.get<{ items: { id: string; version: number }[] }>(path));
  for (const { id, version } of items) {
    body(await editor.post(`${findings}/${id}/answer`, { state: 'accepted', answer: '保留原文。' }, { version }));
  }
}
