import { Injectable } from '@nestjs/common';
import { StaleVersion, orStale } from '../../../amendments/stale-version.js';
import { recordEvent } from '../../../platform/acts.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { LiveEvents } from '../../../platform/events/live-events.js';
import { notFound } from '../../../platform/http/problem.js';
import { UnitOfWork } from '../../../platform/prisma/unit-of-work.js';
import { AgenciesRepository } from '../agencies.repository.js';
import { AgenciesService } from '../agencies.service.js';
import { checkAliases, checkNames } from '../agency-writing.js';
import type { ChangeAgency } from '../dto/agency-input.dto.js';

/** Says by what other names texts call an agency. */
@Injectable()
export class ChangeAgencyCommand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly agencies: AgenciesRepository,
    private readonly queries: AgenciesService,
    private readonly live: LiveEvents,
  ) {}

  async run(id: string, { aliases }: ChangeAgency, seen: number, person: Actor): Promise<void> {
    checkNames({ aliases });
    const action = 'agency.aliases-changed';
    const work = this.work.run(person, async (tx, actor) => {
      const rows = await this.agencies.lockAll(tx);
      const row = rows.find((candidate) => candidate.id === id);
      if (row === undefined) throw notFound('agency');
      StaleVersion.check(seen, row.version);
      checkAliases(id, aliases, rows);
      const data = { before: { aliases: row.aliases }, after: { aliases } };
      await recordEvent(tx, { subjectType: 'agency', subjectId: id, action, data, actor });
      await this.agencies.callAlso(tx, id, aliases);
    });
    await orStale(work, () => this.queries.one(id));
    this.live.publish({ subjectType: 'agency', subjectId: id, action, version: seen + 1 });
  }
}
