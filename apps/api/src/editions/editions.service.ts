import { allowedEvents } from '@dingben/workflow';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/auth/actor.js';
import { notFound } from '../platform/http/problem.js';
import { PublicationsService } from '../publications/publications.service.js';
import { Supersession } from '../publications/supersession.js';
import type { EditionDto, EditionSummary, EditionsQuery } from './dto/edition.dto.js';
import { MissingCharactersService } from './missing-characters.service.js';
import { ChecklistRepository, openItems, type ChecklistItem } from './steps/checklist.repository.js';
import { EditionsRepository } from './steps/editions.repository.js';

@Injectable()
export class EditionsService {
  constructor(
    private readonly repository: EditionsRepository,
    private readonly checklists: ChecklistRepository,
    private readonly publications: PublicationsService,
    private readonly supersession: Supersession,
    private readonly characters: MissingCharactersService,
  ) {}

  async list(query: EditionsQuery): Promise<{ items: EditionSummary[]; total: number }> {
    await this.supersession.carryOutWhatIsDue();
    return this.repository.list(query);
  }

  /** The edition with the buttons of this person. 404 `edition.not-found`. */
  async edition(id: string, actor: Pick<Actor, 'id' | 'roles'>): Promise<EditionDto> {
    await this.supersession.carryOutWhatIsDue();
    const [summary, standing, items, publication, plan, corrigenda] = await Promise.all([
      this.repository.summary(id),
      this.repository.standing(id, actor.id),
      this.checklists.items(id),
      this.publications.summary(id),
      this.publications.plan(id),
      this.repository.corrigenda(id),
    ]);
    if (summary === null || standing === null || items === null) throw notFound('edition');
    const events = allowedEvents('edition', {
      state: summary.state,
      actor: { id: actor.id, roles: actor.roles },
      facts: {
        isContributor: standing.isContributor,
        isRequester: standing.requestedById === actor.id,
        checklistOpen: openItems(items, summary.state),
        openDraftExists: standing.openDraftExists,
        isPlanned: standing.isPlanned,
      },
    });
    const allowed = events.map(({ event, allowed, reasons }) => ({
      event,
      allowed,
      reasons: reasons.map(({ code, params }) => (params === undefined ? { code } : { code, params: { ...params } })),
    }));
    return Object.assign(summary, { allowedEvents: allowed, publication, plan, corrigenda });
  }

  /** 404 `edition.not-found`. */
  async checklist(id: string): Promise<{ clear: boolean; items: ChecklistItem[] }> {
    const found = await this.checklists.whole(id);
    if (found === null) throw notFound('edition');
    const items = [...found, await this.characters.item(id)];
    return { clear: items.every(({ blocking, count }) => !blocking || count === 0), items };
  }
}
