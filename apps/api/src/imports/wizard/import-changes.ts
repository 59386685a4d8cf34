import { Injectable } from '@nestjs/common';
import { StaleVersion, orStale } from '../../amendments/stale-version.js';
import type { Actor } from '../../platform/auth/actor.js';
import { LiveEvents } from '../../platform/events/live-events.js';
import { conflict, notFound } from '../../platform/http/problem.js';
import { Database, type Tx } from '../../platform/prisma/database.js';
import { UnitOfWork } from '../../platform/prisma/unit-of-work.js';
import type { ImportDto } from './dto/import.dto.js';
import { toImportDto } from './imports.mapper.js';
import { ImportsRepository, type ImportChange } from './imports.repository.js';
import type { ImportState, OpenImport } from './model.js';

/** The import that a person saw, and the states in which what is asked can be done. */
export interface Seen {
  readonly id: string;
  readonly version: number;
  readonly states: readonly ImportState[];
}

/** What every change of an import begins and ends with: only its owner, only against the version that was seen. */
@Injectable()
export class ImportChanges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly database: Database,
    private readonly imports: ImportsRepository,
    private readonly live: LiveEvents,
  ) {}

  /** Before a long work: the import as it stands, checked as it will be again when the work is written. */
  async look(person: Actor, seen: Seen): Promise<OpenImport> {
    const look = async (): Promise<OpenImport> => {
      const found = await this.imports.open(this.database.client, seen.id, person.id);
      return checked(found, seen);
    };
    return orStale(look(), () => this.#current(seen.id, person));
  }

  /**
   * 404 `import.not-found`; 409 `import.not-now` (params.state); 412 with the import as it is.
   *
   * @param decide says what changes, told the import under its lock.
   */
  async change(
    person: Actor,
    seen: Seen,
    decide: (open: OpenImport, tx: Tx) => ImportChange | Promise<ImportChange>,
  ): Promise<ImportDto> {
    const changed = this.work.run(person, async (tx, actor) => {
      const open = checked(await this.imports.lock(tx, seen.id, actor.id), seen);
      await this.imports.change(tx, seen.id, await decide(open, tx));
      const now = await this.imports.find(tx, seen.id, actor.id);
      if (now === null) throw notFound('import');
      return toImportDto(now);
    });
    const dto = await orStale(changed, () => this.#current(seen.id, person));
    this.live.publish({ subjectType: 'import', subjectId: dto.id, action: 'import.changed', version: dto.version });
    return dto;
  }

  async #current(id: string, { id: ownerId }: Actor): Promise<ImportDto | null> {
    const row = await this.imports.find(this.database.client, id, ownerId);
    return row === null ? null : toImportDto(row);
  }
}

function checked(found: OpenImport | null, { version, states }: Seen): OpenImport {
  if (found === null) throw notFound('import');
  StaleVersion.check(version, found.version);
  if (!states.includes(found.state)) throw conflict('import.not-now', { state: found.state });
  return found;
}
