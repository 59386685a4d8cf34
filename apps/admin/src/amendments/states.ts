import type { Amendment } from '../api/amendment-types.ts';

type Stateful = Pick<Amendment, 'state'>;

const CLOSED: readonly Amendment['state'][] = ['merged', 'withdrawn', 'rejected'];
const UNDER_REVIEW: readonly Amendment['state'][] = ['submitted', 'approved'];

/** Nothing can be changed in it any more. */
export function isClosed({ state }: Stateful): boolean {
  return CLOSED.includes(state);
}

/** Whatever is changed in it takes it back to drafting and voids its approvals. */
export function isUnderReview({ state }: Stateful): boolean {
  return UNDER_REVIEW.includes(state);
}
