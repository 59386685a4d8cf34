import { scanAgencies } from '@dingben/references';
import { looseAgencyKey } from '../keys.ts';
import type { Rule } from '../model.ts';

/** One agency twice in a list, under one name or two. Twice with different notes in brackets it has two parts. */
export const agencyDoubled: Rule = {
  code: 'proofreading.agency-doubled',
  severity: 'warning',
  reads: ['leadAgency'],
  see: ({ text }, { facts }) => {
    const first = new Set<string>();
    return scanAgencies(text).flatMap(({ start, end, key, data }) => {
      const loose = looseAgencyKey(facts.agencies.get(looseAgencyKey(key)) ?? key);
      const id = `${loose}（${String(data['scope'] ?? '')}`;
      const doubled = first.has(id);
      first.add(id);
      return doubled ? [{ start, end, params: { agency: String(data['name']) } }] : [];
    });
  },
};
