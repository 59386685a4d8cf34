import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/http/problem.js';
import { ComparisonsRepository, type Side, type Stamps } from './comparisons.repository.js';
import type { Ref } from './dto/ref.js';

/** Two sides as they were found, with the stamps of what an answer contains beside them. */
export interface Sides extends Stamps {
  readonly from: Side;
  readonly to: Side;
}

/** The sides of comparisons, as the database has them now. */
@Injectable()
export class SidesService {
  constructor(private readonly repository: ComparisonsRepository) {}

  /** 404 `comparison.not-found` where a side is not there. */
  async of(before: Ref, after: Ref): Promise<Sides> {
    const { before: from, after: to, people, confirmations } = await this.repository.sides(before, after);
    if (from === undefined || to === undefined) throw notFound('comparison');
    return { from, to, people, confirmations };
  }
}
