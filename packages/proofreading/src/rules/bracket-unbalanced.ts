import type { Rule } from '../model.ts';
import { EVERYWHERE } from '../reads.ts';

/** 《国家基本药物目录 without its 》: nobody but a person knows where the other half belongs. */
export const bracketUnbalanced: Rule = {
  code: 'proofreading.bracket-unbalanced',
  severity: 'error',
  reads: EVERYWHERE,
  see: ({ brackets }) => brackets.unpaired.map((at) => ({ start: at, end: at + 1 })),
};
