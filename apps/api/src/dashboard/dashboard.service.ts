import { Injectable } from '@nestjs/common';
import { AmendmentListQuery } from '../amendments/dto/amendment-input.dto.js';
import { AmendmentsService } from '../amendments/amendments.service.js';
import { EditionsQuery } from '../editions/dto/edition.dto.js';
import { EditionsService } from '../editions/editions.service.js';
import type { Actor } from '../platform/auth/actor.js';
import type { DashboardDto } from './dto/dashboard.dto.js';
import { RecentRepository } from './recent.repository.js';

const OPEN_AMENDMENTS = new Set(['draft', 'submitted', 'changes_requested', 'approved']);
const OPEN_EDITIONS = new Set(['drafting', 'consulting', 'finalising', 'scheduled']);
const MOST_SHOWN = 10;
/** Many of them are on the same thing, and are shown together. */
const RECENT = 60;

/** What a person meets first: own work, what waits, the drafts, what others did. */
@Injectable()
export class DashboardService {
  readonly #amendments: AmendmentsService;
  readonly #editions: EditionsService;
  readonly #recent: RecentRepository;

  constructor(amendments: AmendmentsService, editions: EditionsService, recent: RecentRepository) {
    this.#amendments = amendments;
    this.#editions = editions;
    this.#recent = recent;
  }

  async of(actor: Actor): Promise<DashboardDto> {
    const mine = Object.assign(new AmendmentListQuery(), { mine: true, order: 'desc', perPage: 100 });
    const waiting = Object.assign(new AmendmentListQuery(), { waitingForMe: true, perPage: MOST_SHOWN });
    const editions = Object.assign(new EditionsQuery(), { perPage: 100 });
    // One after the other: a page that many open at once must not take a connection for each part.
    const own = await this.#amendments.list(mine, actor);
    const next = await this.#amendments.list(waiting, actor);
    const drafts = await this.#editions.list(editions);
    return {
      myWork: own.items.filter(({ state }) => OPEN_AMENDMENTS.has(state)).slice(0, MOST_SHOWN),
      waitingForReview: next.items,
      drafts: drafts.items.filter(({ state }) => OPEN_EDITIONS.has(state)),
      recent: await this.#recent.acts(RECENT),
    };
  }
}
