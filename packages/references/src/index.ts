export { derive, mentionsIn, type Mentions } from './derive.ts';
export { citationsOf, scanCitations } from './citations.ts';
export { scanAgencies } from './agencies.ts';
export { scanFunding } from './funding.ts';
export { scanTargetGroups } from './target-groups.ts';
export { scanQuantities } from './quantities.ts';
export { normalise } from './normalise.ts';
export { withCitations } from './with-citations.ts';
export type { Mention, Reference, ReferenceKind } from './reference.ts';
