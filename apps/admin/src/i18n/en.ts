import * as acts from './en/acts.ts';
import * as basis from './en/basis.ts';
import * as domain from './en/domain.ts';
import * as edition from './en/edition.ts';
import * as classes from './en/classes.ts';
import * as comparing from './en/comparing.ts';
import * as comparison from './en/comparison.ts';
import * as editing from './en/editing.ts';
import * as imports from './en/imports.ts';
import * as lists from './en/lists.ts';
import { problem } from './en/problem.ts';
import * as produced from './en/produced.ts';
import { proofread, rule } from './en/proofreading.ts';
import { checklistDone, publishing } from './en/publishing.ts';
import * as publicSite from './en/public.ts';
import { ra } from './en/ra.ts';
import * as registry from './en/registry.ts';
import * as registryAgencies from './en/registry-agencies.ts';
import * as review from './en/review.ts';
import * as shell from './en/shell.ts';
import type { Messages } from './zh.ts';

/** The English catalogue; a key of the Chinese one that is missing here, or is too many, is a compile error. */
export const en = {
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
} satisfies SameKeys<Messages>;

type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : K extends 'ra' ? T[K] : SameKeys<T[K]> };
