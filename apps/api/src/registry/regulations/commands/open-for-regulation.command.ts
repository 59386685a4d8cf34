import { Injectable } from '@nestjs/common';
import { OpenWithEntriesCommand } from '../../../amendments/commands/open-with-entries.command.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { OpenForImpact } from '../../impact/dto/impact.dto.js';
import { RegulationsService } from '../regulations.service.js';

/** Opens an amendment with every entry of a draft that cites a regulation, each as it reads now, for its author to work on. */
@Injectable()
export class OpenForRegulationCommand {
  constructor(
    private readonly queries: RegulationsService,
    private readonly opening: OpenWithEntriesCommand,
  ) {}

  /** The new amendment's id. 404 `regulation.not-found`, `edition.not-found`; 409 `amendment.no-entries`. */
  async run(id: string, { editionId, ...reason }: OpenForImpact, person: Actor): Promise<string> {
    const { title } = await this.queries.one(id);
    const { editions } = await this.queries.impact(id);
    return this.opening.run(
      {
        amendment: { editionId, ...reason, reasonClass: 'superior-law' },
        entries: editions.find((edition) => edition.id === editionId.toLowerCase())?.entries ?? [],
        rewrite: ({ provisions }) => provisions,
        cause: { regulation: { id, title } },
      },
      person,
    );
  }
}
