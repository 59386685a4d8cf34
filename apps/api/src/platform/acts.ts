import { canonicalJson } from '@dingben/kernel';
import type { Tx } from './prisma/database.js';

export type SubjectType =
  | 'standard'
  | 'account'
  | 'session'
  | 'edition'
  | 'amendment'
  | 'comment'
  | 'finding'
  | 'publication'
  | 'regulation'
  | 'agency'
  | 'ledger'
  | 'request';

/** One act of one person, as it stands in the record for good. */
export interface Act {
  readonly subjectType: SubjectType;
  readonly subjectId: string | null;
  readonly editionId?: string | null;
  readonly amendmentId?: string | null;
  /** `amendment.submitted`, `session.failed`, … */
  readonly action: string;
  readonly outcome?: 'ok' | 'refused';
  readonly fromState?: string | null;
  readonly toState?: string | null;
  readonly comment?: string | null;
  /** Further facts; what has no canonical JSON is refused. */
  readonly data?: Readonly<Record<string, unknown>> | null;
  /** Null where nobody is known: a failed sign-in, a refused stranger. */
  readonly actor: { readonly id: string; readonly requestId: string } | null;
  /** Only where there is no actor to take it from. */
  readonly requestId?: string;
}

/** Writes one event row and returns its id; the ledger takes it up at the commit. */
export async function recordEvent(tx: Tx, act: Act): Promise<string> {
  const data = act.data === undefined || act.data === null ? null : canonicalJson(act.data);
  const rows = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO event (subject_type, subject_id, edition_id, amendment_id, action, outcome, from_state, to_state,
                       actor_id, comment, data, request_id)
    VALUES (${act.subjectType}, ${act.subjectId}::uuid, ${act.editionId ?? null}::uuid, ${act.amendmentId ?? null}::uuid,
            ${act.action}, ${act.outcome ?? 'ok'}, ${act.fromState ?? null}, ${act.toState ?? null},
            ${act.actor?.id ?? null}::uuid, ${act.comment ?? null}, ${data},
            ${act.actor?.requestId ?? act.requestId ?? null})
    RETURNING id::text`;
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('An event was written and has no id.');
  return id;
}

/** Writes the events of one act on many things in one statement, each with the id that the caller gives it. */
export async function recordEvents(tx: Tx, acts: readonly (Act & { readonly id: string })[]): Promise<void> {
  const rows = acts.map(({ actor, data, ...act }) => ({
    ...act,
    actorId: actor?.id ?? null,
    requestId: actor?.requestId ?? act.requestId ?? null,
    data: data === undefined || data === null ? null : canonicalJson(data),
  }));
  await tx.$executeRaw`
    INSERT INTO event (id, subject_type, subject_id, action, from_state, to_state, actor_id, comment, data, request_id)
    SELECT id, "subjectType", "subjectId", action, "fromState", "toState", "actorId", comment, data, "requestId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, "subjectType" text, "subjectId" uuid, action text,
      "fromState" text, "toState" text, "actorId" uuid, comment text, data text, "requestId" text)`;
}
