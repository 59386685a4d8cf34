import { sha256 } from '@dingben/kernel/hash';
import type { PlannedRow } from '@dingben/registry';
import { Injectable } from '@nestjs/common';
import { recordEvents, type Act } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import type { Tx } from '../../../platform/prisma/database.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { contentOf, stateOf } from '../regulation.mapper.js';
import { differenceOf, recordOf } from '../regulation-writing.js';
import { RegulationsRepository, type ChangedRow, type RegulationRow } from '../regulations.repository.js';
import type { ConfirmQuery, ImportDoneDto } from './import.dto.js';
import { checkSeen, planOf, tableOf } from './import-plan.js';
import { TableProcess } from './table-process.js';

interface Source {
  readonly name: string;
  readonly sha256: string;
}

interface Writing {
  readonly row: ChangedRow;
  readonly act: Act & { readonly id: string };
  readonly isNew: boolean;
}

/** Thousands of events are chained at the commit, for which a request's usual time does not do; in milliseconds. */
const TIMEOUT = 30_000;

/** Takes a table's rows into the registry, all or none, and only what the person saw in the preview. */
@Injectable()
export class ImportRegulationsCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly tables: TableProcess,
    private readonly regulations: RegulationsRepository,
    private readonly live: LiveEvents,
  ) {}

  /** 422 what cannot be read as a table; 409 `table.preview-changed`. */
  async run(query: ConfirmQuery, bytes: Buffer, person: Actor): Promise<ImportDoneDto> {
    const { digest, encoding, leaveOut = '', name } = query;
    const table = tableOf(await this.tables.read(encoding === undefined ? {} : { encoding }, bytes));
    const source = { name, sha256: sha256(bytes) };
    const left = new Set(leaveOut.split(',').map(Number));
    const done = await this.work.run(
      person,
      async (tx, actor) => {
        await this.regulations.allowTime(tx, TIMEOUT);
        const rows = await this.regulations.lockAll(tx);
        const plan = planOf(table, rows);
        checkSeen(plan, digest);
        const taken = plan.rows.filter(
          ({ action, line }) => !left.has(line) && (action === 'new' || action === 'changed'),
        );
        return this.#write(tx, taken, rows, source, actor);
      },
      TIMEOUT,
    );
    this.live.publish({ subjectType: 'regulation', subjectId: null, action: 'regulation.registered' });
    return done;
  }

  async #write(
    tx: Tx,
    taken: readonly PlannedRow[],
    rows: readonly RegulationRow[],
    source: Source,
    actor: Actor,
  ): Promise<ImportDoneDto> {
    const ids = await this.regulations.newIds(tx, taken.length * 2);
    const known = new Map(rows.map((row) => [row.id, row]));
    const writings = taken.flatMap((planned, index) => {
      const [newId = '', eventId = ''] = ids.slice(index * 2, index * 2 + 2);
      return writingOf(planned, { newId, eventId, known, rows, source, actor }) ?? [];
    });
    await recordEvents(
      tx,
      writings.map(({ act }) => act),
    );
    const added = writings.filter(({ isNew }) => isNew).map(({ row }) => row);
    const changed = writings.filter(({ isNew }) => !isNew).map(({ row }) => row);
    await this.regulations.insert(tx, added);
    await this.regulations.update(tx, changed);
    return { added: added.length, changed: changed.length };
  }
}

interface Around {
  readonly newId: string;
  readonly eventId: string;
  readonly known: ReadonlyMap<string, RegulationRow>;
  readonly rows: readonly RegulationRow[];
  readonly source: Source;
  readonly actor: Actor;
}

/** The row and the event of one planned row: each regulation's record tells from which line of which file it comes. */
function writingOf({ content, line, regulationId }: PlannedRow, around: Around): Writing | null {
  if (content === null) return null;
  const { newId, eventId, known, rows, source, actor } = around;
  const before = known.get(regulationId ?? '');
  const file = { ...source, line };
  const base = { id: eventId, subjectType: 'regulation' as const, toState: content.status, actor };
  if (before === undefined) {
    const state = { ...contentOf(content), successorId: null, mergedIntoId: null };
    const data = { after: recordOf(state, rows), file };
    const act = { ...base, subjectId: newId, action: 'regulation.registered', data };
    return { row: { id: newId, state, eventId }, act, isNew: true };
  }
  const state = { ...stateOf(before), ...contentOf(content) };
  const difference = differenceOf(stateOf(before), state);
  if (difference === null) return null;
  const data = { before: recordOf(difference.before, rows), after: recordOf(difference.after, rows), file };
  const act = { ...base, subjectId: before.id, action: 'regulation.changed', fromState: before.status, data };
  return { row: { id: before.id, state, eventId }, act, isNew: false };
}
