import { regulationKeys } from '@dingben/references';

/** 现行, 已修改, 废止, 失效. */
export const REGULATION_STATUSES = ['in-force', 'amended', 'repealed', 'expired'] as const;
export type RegulationStatus = (typeof REGULATION_STATUSES)[number];

/** What a registry knows of a regulation, as a person or a file gives it. Dates are `YYYY-MM-DD`. */
export interface RegulationContent {
  readonly title: string;
  /** 文号, as written. */
  readonly numbers: readonly string[];
  readonly issuer: string | null;
  /** 法律, 行政法规, 部门规章 … as the source names it. */
  readonly level: string | null;
  readonly issuedOn: string | null;
  readonly effectiveOn: string | null;
  readonly repealedOn: string | null;
  readonly status: RegulationStatus;
  /** Where this is known from. */
  readonly source: string | null;
}

export interface Regulation extends RegulationContent {
  readonly id: string;
  /** The regulation that took its place. */
  readonly successorId: string | null;
  /** The row that this one was found to be the same as. */
  readonly mergedIntoId: string | null;
}

/** By what a regulation is recognised, whatever way it is written. */
export interface Keys {
  readonly title: string;
  readonly numbers: readonly string[];
}

export function keysOf({ title, numbers }: Pick<RegulationContent, 'title' | 'numbers'>): Keys {
  const found = numbers.flatMap((number) => regulationKeys({ title, number }).number ?? []);
  return { title: regulationKeys({ title }).title ?? '', numbers: [...new Set(found)] };
}

/** Only what has ended has a day on which it did. */
export function hasEnded(status: RegulationStatus): boolean {
  return status === 'repealed' || status === 'expired';
}

export type ContentFlaw = 'regulation.dates-disordered' | 'regulation.repealed-on-unfit';

/** What contradicts itself in a regulation's facts, or null. */
export function contentFlaw({ issuedOn, repealedOn, status }: RegulationContent): ContentFlaw | null {
  if (repealedOn === null) return null;
  if (!hasEnded(status)) return 'regulation.repealed-on-unfit';
  return issuedOn !== null && repealedOn < issuedOn ? 'regulation.dates-disordered' : null;
}
