import { listMarks } from '../list-marks.ts';
import type { Rule } from '../model.ts';
import { PROVISIONS } from '../reads.ts';

/** 1. 2. 4.: the list in a provision skips a number, or has one twice. A mark 1 begins another list. */
export const listGap: Rule = {
  code: 'proofreading.list-gap',
  severity: 'warning',
  reads: PROVISIONS,
  see: ({ text }) => {
    const last = { dot: 0, bracket: 0, circle: 0 };
    return listMarks(text).flatMap(({ start, end, kind, value }) => {
      const expected = last[kind] + 1;
      last[kind] = value;
      return value === expected || value === 1 ? [] : [{ start, end, params: { expected } }];
    });
  },
};
