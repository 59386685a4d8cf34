import { PROVISION_KEYS, type ProvisionKey, type Provisions } from '@dingben/outline';
import { scanAgencies } from './agencies.ts';
import { scanCertificates, scanCitations } from './citations.ts';
import { scanFunding } from './funding.ts';
import { scanQuantities } from './quantities.ts';
import type { Mention, Reference, ReferenceKind } from './reference.ts';
import { scanTargetGroups } from './target-groups.ts';

/** Which scanner reads which provisions. */
const SCANS: readonly (readonly [ReferenceKind, readonly ProvisionKey[], (text: string) => Mention[]])[] = [
  ['citation', PROVISION_KEYS, scanCitations],
  ['certificate', PROVISION_KEYS, scanCertificates],
  ['agency', ['leadAgency'], scanAgencies],
  ['funding', ['funding'], scanFunding],
  ['targetGroup', ['targetGroup'], scanTargetGroups],
  ['quantity', ['targetGroup', 'content', 'standard', 'funding'], scanQuantities],
];

/** Everything an entry's provisions mention, kind by kind. The same text always gives the same list; linear in the text. */
export function derive(provisions: Provisions): Reference[] {
  return SCANS.flatMap(([kind, keys, scan]) =>
    keys
      .flatMap((provision) => scan(provisions[provision]).map((mention) => ({ provision, ...mention })))
      .map(({ provision, start, end, key, data }, ordinal): Reference => ({
        provision,
        start,
        end,
        kind,
        ordinal,
        key,
        data,
      })),
  );
}
