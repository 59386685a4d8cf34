import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/http/problem.js';
import type { PlanDto, PublicationDto, PublicationSummary } from './dto/publication.dto.js';
import { PlansRepository } from './plans/plans.repository.js';
import { PublicationsRepository } from './publications.repository.js';

@Injectable()
export class PublicationsService {
  constructor(
    private readonly repository: PublicationsRepository,
    private readonly plans: PlansRepository,
  ) {}

  /** Null while the edition is not published. */
  async summary(editionId: string): Promise<PublicationSummary | null> {
    const row = await this.repository.ofEdition(editionId);
    if (row === null) return null;
    const { number, code, at, effectiveDate, treeHash, manifestHash, withdrawal } = row;
    return { number, code, at, effectiveDate, treeHash, manifestHash, withdrawal };
  }

  /** What was last decided on the moment of publication; null where nothing was. */
  plan(editionId: string): Promise<PlanDto | null> {
    return this.plans.latest(editionId);
  }

  /** 404 `publication.not-found`. */
  async publication(editionId: string): Promise<PublicationDto> {
    const row = await this.repository.ofEdition(editionId);
    if (row === null) throw notFound('publication');
    // Written by us as the canonical JSON of an object.
    return { ...row, manifest: JSON.parse(row.manifest) as Record<string, unknown> };
  }
}
