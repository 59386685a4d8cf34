import type { Provisions } from '@dingben/outline';
import type { Client } from '../support/client.ts';
import { body, openAmendment, revise, type EntryBody } from '../support/work.ts';

/** An edit that one connection saves to again and again. */
export interface SavePlace {
  readonly amendmentId: string;
  readonly editId: string;
  readonly title: string;
  readonly provisions: Provisions;
  version: number;
}

/** An entry with provisions, as the list answers it. */
export interface BenchEntry {
  readonly serviceId: string;
  readonly title: string;
  readonly number: string;
  readonly revisionId: string;
  readonly provisions: Provisions;
}

export async function listEntries(client: Client, editionId: string): Promise<BenchEntry[]> {
  const entries: BenchEntry[] = [];
  for (let page = 1; ; page++) {
    const list = body(
      await client.get<{ items: (Omit<BenchEntry, 'provisions'> & { provisions: Provisions | null })[] }>(
        `/editions/${editionId}/entries?page=${page}&perPage=100`,
      ),
    );
    for (const entry of list.items)
      if (entry.provisions !== null) entries.push({ ...entry, provisions: entry.provisions });
    if (list.items.length < 100) return entries;
  }
}

export interface Rounds {
  readonly editor: Client;
  readonly editionId: string;
  readonly entries: readonly BenchEntry[];
  readonly rounds: number;
  carry(amendmentId: string): Promise<unknown>;
}

/** Changes every twentieth entry, round after round, one amendment and one commit a round. */
export async function amendRounds(
  plan: Rounds,
): Promise<{ changed: { before: Provisions; after: Provisions }[]; commits: string[] }> {
  const chosen = plan.entries.filter((_, index) => index % 20 === 0);
  let changed: { before: Provisions; after: Provisions }[] = [];
  for (let round = 1; round <= plan.rounds; round++) {
    const amendment = await openAmendment(plan.editor, plan.editionId, `第${round}轮修改`);
    const now = round === 1 ? chosen : await current(plan.editor, plan.editionId, chosen);
    changed = [];
    for (const [index, entry] of now.entries()) {
      const before = chosen[index]?.provisions ?? entry.provisions;
      const after = amendedText(before, round);
      await revise(plan.editor, amendment.id, asEntry(entry), after);
      changed.push({ before, after });
    }
    await plan.carry(amendment.id);
  }
  const list = body(
    await plan.editor.get<{ items: { id: string; kind: string }[] }>(`/editions/${plan.editionId}/commits?perPage=100`),
  );
  return { changed, commits: list.items.filter((commit) => commit.kind === 'merge').map((commit) => commit.id) };
}

async function current(client: Client, editionId: string, chosen: readonly BenchEntry[]): Promise<BenchEntry[]> {
  const entries: BenchEntry[] = [];
  for (const entry of chosen) {
    const now = body(await client.get<EntryBody>(`/editions/${editionId}/entries/${entry.serviceId}`));
    entries.push({ ...entry, revisionId: now.revision.id });
  }
  return entries;
}

/** Two long provisions changed in the middle and at the end, as an edition's revision changes them. */
function amendedText(provisions: Provisions, round: number): Provisions {
  const amend = (text: string) => {
    const middle = text.indexOf('、') + 1;
    return `${text.slice(0, middle)}北京市第${round}批公布的目录、${text.slice(middle, -1)}，并按年度公布第${round}次评估结果。`;
  };
  return { ...provisions, content: amend(provisions.content), standard: amend(provisions.standard) };
}

function asEntry(entry: BenchEntry): EntryBody {
  return { ...entry, revision: { id: entry.revisionId } };
}

/** One open amendment with one edit for each connection, on entries that the rounds do not touch. */
export async function openSavePlaces(editor: Client, editionId: string, count: number): Promise<SavePlace[]> {
  const entries = (await listEntries(editor, editionId)).filter((_, index) => index % 20 !== 0).slice(0, count);
  const places: SavePlace[] = [];
  for (const entry of entries) {
    const amendment = await openAmendment(editor, editionId, `修改${entry.title}`);
    const edit = await revise(editor, amendment.id, asEntry(entry), { standard: `${entry.provisions.standard}试行。` });
    places.push({
      amendmentId: amendment.id,
      editId: edit.id,
      title: entry.title,
      provisions: entry.provisions,
      version: edit.version,
    });
  }
  return places;
}
