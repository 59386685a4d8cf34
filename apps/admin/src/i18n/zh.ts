import * as domain from './zh/domain.ts';
import * as edition from './zh/edition.ts';
import * as editing from './zh/editing.ts';
import { problem } from './zh/problem.ts';
import { ra } from './zh/ra.ts';
import * as shell from './zh/shell.ts';

/** The Chinese catalogue: it says which keys there are, and the English one must have the same. */
export const zh = { ra, problem, ...shell, ...domain, ...edition, ...editing };
export type Messages = typeof zh;
