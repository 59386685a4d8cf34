import { Injectable } from '@nestjs/common';
import type { Side } from './comparisons.repository.js';
import { ComparisonsService, type ClassedComparison } from './comparisons.service.js';
import type { Ref } from './dto/ref.js';
import { SidesService } from './sides.service.js';

/** A comparison with its two sides as they were found. */
export interface Compared {
  readonly from: Side;
  readonly to: Side;
  readonly comparison: ClassedComparison;
}

/** The door for other features: what the comparison page shows, as a value. */
@Injectable()
export class ComparedService {
  constructor(
    private readonly found: SidesService,
    private readonly comparisons: ComparisonsService,
  ) {}

  /** 404 `comparison.not-found` where a side is not there. */
  async sides(before: Ref, after: Ref): Promise<{ readonly from: Side; readonly to: Side }> {
    const { from, to } = await this.found.of(before, after);
    return { from, to };
  }

  /** 404 `comparison.not-found`. */
  async compared(before: Ref, after: Ref): Promise<Compared> {
    const { from, to } = await this.sides(before, after);
    // By commit, so that both looks see the same texts.
    const comparison = await this.comparisons.read({ kind: 'commit', id: from.id }, { kind: 'commit', id: to.id });
    return { from, to, comparison };
  }
}
