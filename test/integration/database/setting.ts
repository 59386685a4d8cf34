import type { Client } from 'pg';
import { approve, merge, openAmendment, revise, submit } from './amendment-story.ts';
import { createWorld, fork, importEdition, moveEdition, one, text, type Entry, type World } from './story.ts';

/** A standard at work: an imported edition, a draft of it, and an amendment in each state that matters. */
export interface Setting {
  readonly world: World;
  readonly imported: string;
  readonly edition: string;
  /** Five entries; `entries[n]` is what amendment n revises. */
  readonly entries: readonly Entry[];
  readonly draft: string;
  readonly submitted: string;
  readonly approved: string;
  readonly merged: string;
  /** Written by `editor` and `second`, who is also a reviewer; submitted. */
  readonly joint: string;
  /** Of another standard: scheduled by `editor`, its one amendment written by `second`. */
  readonly scheduled: { readonly edition: string; readonly head: string; readonly world: World };
}

export async function createSetting(client: Client): Promise<Setting> {
  const world = await createWorld(client);
  const { editor, second, reviewer } = world.people;
  const imported = await importEdition(
    client,
    world,
    ['一', '二', '三', '四', '五'].map((title) => text(title)),
  );
  const edition = await fork(client, world, imported.editionId);
  const written = async (index: number, ...authors: string[]) => {
    const id = await openAmendment(client, edition, authors[0] ?? editor);
    for (const author of authors)
      await revise(client, id, author, at(imported.entries, index), text('新', `每人每月${author}元`));
    return id;
  };
  const draft = await written(0, editor);
  const [submitted, approved, merged] = [await written(1, editor), await written(2, editor), await written(3, editor)];
  const joint = await written(4, editor, second);
  for (const id of [submitted, approved, merged]) await submit(client, id, editor);
  await submit(client, joint, second);
  for (const id of [approved, merged]) await approve(client, id, reviewer);
  await merge(client, merged, editor);
  const scheduled = await createScheduled(client);
  return {
    world,
    imported: imported.editionId,
    edition,
    entries: imported.entries,
    draft,
    submitted,
    approved,
    merged,
    joint,
    scheduled,
  };
}

async function createScheduled(client: Client): Promise<Setting['scheduled']> {
  const world = await createWorld(client);
  const { editor, second, reviewer } = world.people;
  const imported = await importEdition(client, world, [text('一')]);
  const edition = await fork(client, world, imported.editionId);
  const id = await openAmendment(client, edition, second);
  await revise(client, id, second, at(imported.entries, 0), text('一', '每人每月2800元'));
  await submit(client, id, second);
  await approve(client, id, reviewer);
  await merge(client, id, editor);
  await moveEdition(client, edition, editor, 'finalising');
  await moveEdition(client, edition, editor, 'scheduled', '2027-01-01');
  const { head } = await one<{ head: string }>(client, 'SELECT head_commit_id AS head FROM edition WHERE id = $1', [
    edition,
  ]);
  return { edition, head, world };
}

/** An element that is there. */
export function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${index}`);
  return found;
}
