import { scanQuantities } from '@dingben/references';
import type { Rule } from '../model.ts';

/** What joins the two ends of a range. Few texts have one, and reading the quantities of one is dear. */
const JOINT = /[-—–～~至到]/;

/** 64-35岁: the end of a range below its beginning. */
export const rangeReversed: Rule = {
  code: 'proofreading.range-reversed',
  severity: 'error',
  reads: ['targetGroup', 'content', 'standard', 'funding'],
  see: ({ text }) =>
    (JOINT.test(text) ? scanQuantities(text) : []).flatMap(({ start, end, data }) => {
      const { value, upper } = data;
      return typeof value === 'number' && typeof upper === 'number' && upper < value ? [{ start, end }] : [];
    }),
};
