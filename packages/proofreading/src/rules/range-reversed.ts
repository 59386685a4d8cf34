import { scanQuantities } from '@dingben/references';
import type { Rule } from '../model.ts';

/** 64-35岁: the end of a range below its beginning. */
export const rangeReversed: Rule = {
  code: 'proofreading.range-reversed',
  severity: 'error',
  reads: ['targetGroup', 'content', 'standard', 'funding'],
  see: ({ text }) =>
    scanQuantities(text).flatMap(({ start, end, data }) => {
      const { value, upper } = data;
      return typeof value === 'number' && typeof upper === 'number' && upper < value ? [{ start, end }] : [];
    }),
};
