import type { CitedNumber, CitedTitle, Context, RegulationFact, Rule, Seen } from '../model.ts';
import { PROVISIONS } from '../reads.ts';

/** A citation of what no longer holds, repealed or expired, with what took its place where that is known. */
export const regulationLapsed: Rule = {
  code: 'proofreading.regulation-lapsed',
  severity: 'error',
  reads: PROVISIONS,
  see: ({ citations, bareNumbers }, context) =>
    [...citations, ...bareNumbers].flatMap((citation): Seen[] => {
      const fact = factOf(citation, context);
      if (fact?.status !== 'repealed' && fact?.status !== 'expired') return [];
      const { start, end } = citation;
      return [{ start, end, params: { status: fact.status, successor: fact.successor ?? '' } }];
    }),
};

/** By the number, which names one document; by the title only where the citation gives no number. */
function factOf(cited: CitedTitle | CitedNumber, { facts }: Context): RegulationFact | undefined {
  const key = cited.numberKey ?? ('titleKey' in cited ? cited.titleKey : '');
  return facts.regulations.get(key);
}
