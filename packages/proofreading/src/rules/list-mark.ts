import { listMarks } from '../list-marks.ts';
import type { Rule } from '../model.ts';
import { PROVISIONS } from '../reads.ts';

/** `2.……；3.16-59周岁`: the mark of an item runs into the number behind it, and is read as 3.16. */
export const listMark: Rule = {
  code: 'proofreading.list-mark',
  severity: 'warning',
  reads: PROVISIONS,
  see: ({ text }) => listMarks(text).flatMap(({ start, end, runsOn }) => (runsOn ? [{ start, end }] : [])),
};
