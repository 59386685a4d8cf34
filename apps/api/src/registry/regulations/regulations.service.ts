import { normalise } from '@dingben/references';
import { duplicatesAmong, standingOf, type Mentioned, type RegulationStatus } from '@dingben/registry';
import { Injectable } from '@nestjs/common';
import { offsetOf } from '../../platform/http/list.js';
import { notFound } from '../../platform/http/problem.js';
import type { RegistryActs } from '../acts/acts.dto.js';
import { RegistryActsRepository } from '../acts/acts.repository.js';
import type { ImpactDto } from '../impact/dto/impact.dto.js';
import { ImpactService } from '../impact/impact.service.js';
import { MentionsRepository } from '../impact/mentions.repository.js';
import type {
  DuplicateDto,
  DuplicateList,
  RegulationDto,
  RegulationList,
  RegulationRef,
  RegulationFields,
  RegulationsQuery,
} from './dto/regulation.dto.js';
import { KnownRegulations, writtenAs } from './known-regulations.js';
import { idOf, refOf, registeredDto, unregisteredDto, type Known } from './regulation.mapper.js';
import { RegulationsRepository } from './regulations.repository.js';
import { inOrder } from './sorting.js';

/** What of a regulation decides whether a text may go on citing it. */
export interface RegulationFacts {
  readonly status: RegulationStatus;
  readonly successor: RegulationRef | null;
}

/** Questions about regulations; the door for other features. */
@Injectable()
export class RegulationsService {
  constructor(
    private readonly known: KnownRegulations,
    private readonly regulations: RegulationsRepository,
    private readonly mentions: MentionsRepository,
    private readonly impacts: ImpactService,
    private readonly acts: RegistryActsRepository,
  ) {}

  async list(query: RegulationsQuery): Promise<RegulationList> {
    const known = await this.known.all(query.editionId ?? null);
    const found = inOrder(
      summariesOf(known).filter((row) => matches(row, query)),
      query.sort,
      query.order,
    );
    return { items: found.slice(offsetOf(query), offsetOf(query) + query.perPage), total: found.length };
  }

  /** By its id, or by that of what nobody has registered. 404 `regulation.not-found`. */
  async one(id: string): Promise<RegulationDto> {
    const known = await this.known.all();
    const summary = this.#summary(known, id);
    const rows = [...known.rows.values()];
    const usage = await this.mentions.usage('citation', writtenAs(known, id));
    return {
      ...summary,
      usage,
      merged: rows.filter(({ mergedIntoId }) => mergedIntoId === id).map(refOf),
      predecessors: rows.filter(({ successorId }) => successorId === id).map(refOf),
    };
  }

  /** 404 `regulation.not-found`. */
  async impact(id: string): Promise<ImpactDto> {
    const known = await this.known.all();
    this.#summary(known, id);
    return this.impacts.of('citation', writtenAs(known, id));
  }

  /** 404 `regulation.not-found`; nothing has happened to what nobody has registered. */
  async history(id: string): Promise<RegistryActs> {
    const { registered } = this.#summary(await this.known.all(), id);
    const items = registered ? await this.acts.of(id) : [];
    return { items, total: items.length };
  }

  async duplicates(): Promise<DuplicateList> {
    const known = await this.known.all();
    const items = duplicatesAmong([...known.rows.values()]).flatMap(({ a, b, kind }): DuplicateDto[] => {
      const [one, other] = [known.rows.get(a), known.rows.get(b)];
      if (one === undefined || other === undefined || kind === 'version') return [];
      return [{ kind, a: registeredDto(one, known), b: registeredDto(other, known) }];
    });
    return { items, total: items.length };
  }

  /**
   * What is registered of the regulations that are cited like this, in the order asked; null where nothing is. A title or
   * number may be as written or as `regulationKeys` gives it.
   */
  async regulationFacts(cited: readonly Mentioned[]): Promise<(RegulationFacts | null)[]> {
    return standingOf(await this.regulations.all(), cited).map((found) =>
      found === null ? null : { ...found, successor: found.successor === null ? null : refOf(found.successor) },
    );
  }

  #summary(known: Known, id: string): RegulationFields {
    const row = known.rows.get(id);
    if (row !== undefined) return registeredDto(row, known);
    const unregistered = known.resolver.unregistered.find(({ key }) => idOf(key) === id);
    if (unregistered === undefined) throw notFound('regulation');
    return unregisteredDto(unregistered, known);
  }
}

/** What stands: registered and not merged into another, and what is cited without being registered. */
function summariesOf(known: Known): RegulationFields[] {
  const rows = [...known.rows.values()].filter(({ mergedIntoId }) => mergedIntoId === null);
  return [
    ...rows.map((row) => registeredDto(row, known)),
    ...known.resolver.unregistered.map((one) => unregisteredDto(one, known)),
  ];
}

function matches(row: RegulationFields, query: RegulationsQuery): boolean {
  const { q, status, registered, cited } = query;
  return (
    (status === undefined || row.status === status) &&
    (registered === undefined || row.registered === registered) &&
    (cited === undefined || row.entries > 0 === cited) &&
    (q === undefined || [row.title, ...row.numbers].some((text) => fold(text).includes(fold(q))))
  );
}

function fold(text: string): string {
  return normalise(text).toLowerCase();
}
