import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Amendment, Edit } from '../../api/amendment-types.ts';
import type { Answer, Command } from '../../api/client.ts';
import type { ProblemDocument } from '../../api/problem.ts';
import { amendmentQuery } from '../../api/queries.ts';
import { useCommand } from '../../api/use-command.ts';
import type { EntryText } from './form.ts';

interface Opened {
  readonly amendment: Amendment;
  readonly serviceId: string;
  readonly baseId: string | null;
  readonly edit: Edit | null;
}

/** The edit and its version that the person saw. */
interface Seen {
  readonly id: string;
  readonly version: number;
}

export interface EditSaving {
  readonly pending: boolean;
  readonly problem: ProblemDocument | null;
  /** What somebody else saved meanwhile; the person then chooses. */
  readonly theirs: Edit | null;
  /** Answers whether it was saved. */
  readonly save: (text: EntryText) => Promise<boolean>;
  /** From here on, saving replaces the text of theirs: the person has seen it. */
  readonly accept: () => void;
  readonly keepMine: () => void;
}

/**
 * Saves an edit with the version with which the form was opened, or that the person has seen since. When somebody else
 * was faster, the API sends what is saved now (412), or says that the amendment has an edit of this entry already.
 */
export function useSaveEdit({ amendment, serviceId, baseId, edit }: Opened): EditSaving {
  const queries = useQueryClient();
  const command = useCommand<Edit | null>();
  const [seen, setSeen] = useState<Seen | null>(edit === null ? null : { id: edit.id, version: edit.version });
  const [theirs, setTheirs] = useState<Edit | null>(null);
  const edits = `/amendments/${amendment.id}/edits`;
  const save = async (text: EntryText): Promise<boolean> => {
    const outcome = await command.run(commandOf(edits, seen, { serviceId, baseId }, text));
    if (outcome.ok) {
      setSeen(savedAs(outcome.answer, seen));
      return true;
    }
    // The API's own resource as it is now, by the contract.
    if (outcome.problem.status === 412 && outcome.problem.current) setTheirs(outcome.problem.current as Edit);
    if (outcome.problem.code === 'edit.duplicate') setTheirs(await editNow());
    return false;
  };
  const editNow = async (): Promise<Edit | null> => {
    const now = await queries.query({ ...amendmentQuery(amendment.id), staleTime: 0 });
    return now.edits.find((one) => one.serviceId === serviceId) ?? null;
  };
  return {
    pending: command.pending,
    problem: theirs === null ? command.problem : null,
    theirs,
    save,
    accept: () => {
      if (theirs !== null) setSeen({ id: theirs.id, version: theirs.version });
      setTheirs(null);
      command.forget();
    },
    keepMine: () => setTheirs(null),
  };
}

/** The edit that a save opened, or the one that was replaced, at its new version. */
function savedAs({ value, version }: Answer<Edit | null>, seen: Seen | null): Seen | null {
  const id = value?.id ?? seen?.id;
  const now = version ?? value?.version;
  return id === undefined || now === undefined ? seen : { id, version: now };
}

/** The first save of an entry opens its edit; later ones replace it. */
function commandOf(
  edits: string,
  seen: Seen | null,
  { serviceId, baseId }: Pick<Opened, 'serviceId' | 'baseId'>,
  { title, provisions }: EntryText,
): Command {
  if (seen !== null) {
    const path = `${edits}/${seen.id}`;
    return { method: 'PUT', path, body: { title, provisions }, version: seen.version, minimal: true };
  }
  const body = { kind: 'revise', serviceId, title, provisions, baseRevisionId: baseId };
  return { method: 'POST', path: edits, body };
}
