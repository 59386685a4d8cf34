import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/http/problem.js';
import { ComparisonsRepository, type Side } from './comparisons.repository.js';
import { ComparisonsService } from './comparisons.service.js';
import type { ComparisonDto } from './dto/comparison.dto.js';
import type { Ref } from './dto/ref.js';

/** A comparison with its two sides as they were found. */
export interface Compared {
  readonly from: Side;
  readonly to: Side;
  readonly comparison: ComparisonDto;
}

/** The door for other features: what the comparison page shows, as a value. */
@Injectable()
export class ComparedService {
  constructor(
    private readonly repository: ComparisonsRepository,
    private readonly comparisons: ComparisonsService,
  ) {}

  /** 404 `comparison.not-found` where a side is not there. */
  async sides(before: Ref, after: Ref): Promise<{ readonly from: Side; readonly to: Side }> {
    const { before: from, after: to } = await this.repository.sides(before, after);
    if (from === undefined || to === undefined) throw notFound('comparison');
    return { from, to };
  }

  /** 404 `comparison.not-found`. */
  async compared(before: Ref, after: Ref): Promise<Compared> {
    const { from, to } = await this.sides(before, after);
    // By commit, so that both looks see the same texts.
    const body = await this.comparisons.compare({ kind: 'commit', id: from.id }, { kind: 'commit', id: to.id });
    return { from, to, comparison: JSON.parse(body.toString('utf8')) as ComparisonDto }; // written by that service
  }
}
