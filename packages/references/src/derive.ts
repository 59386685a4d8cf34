import { PROVISION_KEYS, type ProvisionKey, type Provisions } from '@dingben/outline';
import { scanAgencies } from './agencies.ts';
import { scanCertificates, scanCitations } from './citations.ts';
import { scanFunding } from './funding.ts';
import { scanQuantities } from './quantities.ts';
import type { Mention, Reference, ReferenceKind } from './reference.ts';
import { scanTargetGroups } from './target-groups.ts';

/** Which scanner reads which provisions. */
const SCANS: Readonly<Record<ReferenceKind, readonly [readonly ProvisionKey[], (text: string) => Mention[]]>> = {
  citation: [PROVISION_KEYS, scanCitations],
  certificate: [PROVISION_KEYS, scanCertificates],
  agency: [['leadAgency'], scanAgencies],
  funding: [['funding'], scanFunding],
  targetGroup: [['targetGroup'], scanTargetGroups],
  quantity: [['targetGroup', 'content', 'standard', 'funding'], scanQuantities],
};
const KINDS = ['citation', 'certificate', 'agency', 'funding', 'targetGroup', 'quantity'] as const;

/** What one provision mentions, by kind, in the order of the text. */
export type Mentions = Readonly<Record<ReferenceKind, readonly Mention[]>>;

/** What one provision's text mentions of one kind; linear in the text. */
export function mentionsOf(kind: ReferenceKind, provision: ProvisionKey, text: string): Mention[] {
  const [provisions, scan] = SCANS[kind];
  return provisions.includes(provision) ? scan(text) : [];
}

/** Everything that one provision's text mentions; linear in the text. */
export function mentionsIn(provision: ProvisionKey, text: string): Mentions {
  const scanned = (kind: ReferenceKind): Mention[] => mentionsOf(kind, provision, text);
  return {
    citation: scanned('citation'),
    certificate: scanned('certificate'),
    agency: scanned('agency'),
    funding: scanned('funding'),
    targetGroup: scanned('targetGroup'),
    quantity: scanned('quantity'),
  };
}

/**
 * Everything an entry's provisions mention, kind by kind. The same text always gives the same list.
 * @param mentions may answer from memory what `mentionsIn` says of a provision and a text.
 */
export function derive(provisions: Provisions, mentions: typeof mentionsIn = mentionsIn): Reference[] {
  const found = PROVISION_KEYS.map((provision) => ({ provision, of: mentions(provision, provisions[provision]) }));
  return KINDS.flatMap((kind) =>
    found
      .flatMap(({ provision, of }) => of[kind].map((mention) => ({ provision, mention })))
      .map(({ provision, mention: { start, end, key, data } }, ordinal): Reference => ({
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
