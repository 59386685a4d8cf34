import { Injectable } from '@nestjs/common';
import { ComparisonsService, type ClassedComparison } from './comparisons.service.js';
import type { Ref } from './dto/ref.js';
import { SidesService, type Sides } from './sides.service.js';

/** A comparison with its two sides as they were found. */
export interface Compared extends Sides {
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
  sides(before: Ref, after: Ref): Promise<Sides> {
    return this.found.of(before, after);
  }

  /** 404 `comparison.not-found`. */
  async compared(before: Ref, after: Ref): Promise<Compared> {
    const sides = await this.found.of(before, after);
    return { ...sides, comparison: await this.comparisons.of(sides) };
  }
}
