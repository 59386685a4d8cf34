import { replaceNames, type Replacement } from '@dingben/registry';
import { Injectable } from '@nestjs/common';
import { OpenWithEntriesCommand } from '../../../amendments/commands/open-with-entries.command.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { conflict, notFound } from '../../../platform/http/problem.js';
import type { OpenForImpact, TouchedEntryDto } from '../../impact/dto/impact.dto.js';
import { ImpactService } from '../../impact/impact.service.js';
import { AgencyNames, successorsOf, writtenAs, type KnownAgencies } from '../known-agencies.js';

/**
 * Opens an amendment with every entry of a draft that names an agency which has a successor. Where one agency stands in its
 * place, its name is put there already, at the very spans and nowhere else; after a split the author decides.
 */
@Injectable()
export class OpenForAgencyCommand {
  constructor(
    private readonly names: AgencyNames,
    private readonly impacts: ImpactService,
    private readonly opening: OpenWithEntriesCommand,
  ) {}

  /** The new amendment's id. 404 `agency.not-found`, `edition.not-found`; 409 `agency.no-successor`, `amendment.no-entries`. */
  async run(id: string, { editionId, ...reason }: OpenForImpact, person: Actor): Promise<string> {
    const known = await this.names.known();
    const row = known.rows.get(id);
    if (row === undefined) throw notFound('agency');
    if (successorsOf(known, id).length === 0) throw conflict('agency.no-successor');
    const { editions } = await this.impacts.of('agency', writtenAs(known, endedTogether(known, id)));
    const entries = editions.find((edition) => edition.id === editionId.toLowerCase())?.entries ?? [];
    const name = nameInPlaceOf(known, id);
    const byService = new Map(entries.map((entry) => [entry.serviceId, entry]));
    return this.opening.run(
      {
        amendment: { editionId, ...reason, reasonClass: 'institutional-reform' },
        entries,
        rewrite: ({ provisions, serviceId }) => replaceNames(provisions, replacements(byService.get(serviceId), name)),
        cause: { agency: { id, name: row.name } },
      },
      person,
    );
  }
}

/** The agency, and those that were merged by the same act: one amendment renames them all. */
function endedTogether({ rows, successions }: KnownAgencies, id: string): string[] {
  const acts = successions.filter(({ agencyId, kind }) => agencyId === id && kind === 'merge');
  const merged = successions.filter(({ eventId }) => acts.some((act) => act.eventId === eventId));
  return [id, ...merged.map(({ agencyId }) => agencyId).filter((one) => one !== id && rows.get(one)?.endedOn !== null)];
}

/** The name of the one agency that stands in its place by now; null where several do, or it goes on itself. */
function nameInPlaceOf(known: KnownAgencies, id: string): string | null {
  const seen = new Set<string>();
  let here = id;
  while (!seen.has(here) && known.rows.get(here)?.endedOn !== null) {
    seen.add(here);
    const [next, second] = successorsOf(known, here);
    if (next === undefined || second !== undefined) return null;
    here = next.id;
  }
  return here === id ? null : (known.rows.get(here)?.name ?? null);
}

function replacements(entry: TouchedEntryDto | undefined, name: string | null): Replacement[] {
  if (entry === undefined || name === null) return [];
  return entry.mentions.map(({ provision, start, end }) => ({ provision, start, end, text: name }));
}
