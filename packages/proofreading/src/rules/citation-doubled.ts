import type { CitedTitle, Rule } from '../model.ts';
import { PROVISIONS } from '../reads.ts';

/** One regulation twice in one provision, each time with its number: in a list of what binds, the second says nothing. */
export const citationDoubled: Rule = {
  code: 'proofreading.citation-doubled',
  severity: 'warning',
  reads: PROVISIONS,
  see: ({ citations }) => {
    const first = new Map<string, CitedTitle>();
    return citations.flatMap((citation) => {
      const { numberKey, start, end } = citation;
      if (numberKey === undefined) return [];
      const before = first.get(numberKey);
      first.set(numberKey, before ?? citation);
      return before === undefined ? [] : [{ start, end, params: { other: before.title } }];
    });
  },
};
