import * as acts from './zh/acts.ts';
import * as basis from './zh/basis.ts';
import * as domain from './zh/domain.ts';
import * as edition from './zh/edition.ts';
import * as classes from './zh/classes.ts';
import * as comparing from './zh/comparing.ts';
import * as comparison from './zh/comparison.ts';
import * as editing from './zh/editing.ts';
import * as imports from './zh/imports.ts';
import * as lists from './zh/lists.ts';
import { problem } from './zh/problem.ts';
import * as produced from './zh/produced.ts';
import { proofread, rule } from './zh/proofreading.ts';
import { checklistDone, publishing } from './zh/publishing.ts';
import * as publicSite from './zh/public.ts';
import { ra } from './zh/ra.ts';
import * as registry from './zh/registry.ts';
import * as registryAgencies from './zh/registry-agencies.ts';
import * as review from './zh/review.ts';
import * as shell from './zh/shell.ts';

/** The Chinese catalogue: it says which keys there are, and the English one must have the same. */
export const zh = {
  ra,
  problem,
  proofread,
  publishing,
  checklistDone,
  rule,
  ...shell,
  ...domain,
  ...basis,
  ...publicSite,
  ...edition,
  ...editing,
  ...review,
  ...comparison,
  ...produced,
  ...classes,
  ...comparing,
  ...imports,
  ...lists,
  ...registry,
  ...registryAgencies,
  ...acts,
};
export type Messages = typeof zh;
