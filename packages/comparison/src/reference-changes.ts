import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { agencyKey, type Mention } from '@dingben/references';
import type { ReferenceChange, ReferenceText } from './model.ts';
import type { Side } from './side.ts';

const NONE: ReferenceChange = { added: [], removed: [] };

export interface ReferenceChanges {
  readonly citations: ReferenceChange;
  readonly agencies: ReferenceChange;
  readonly funding: ReferenceChange;
}

/** What the entry cites, who leads and who pays, newly or no longer. Only provisions that differ are asked, unless one speaks for another. */
export function referenceChanges(before: Side, after: Side, differing: readonly ProvisionKey[]): ReferenceChanges {
  return {
    citations: changesOf(
      before,
      after,
      differing.filter((key) => !namesTheSame(before, after, key)),
      CITATIONS,
    ),
    agencies: differing.includes('leadAgency') ? changesOf(before, after, ['leadAgency'], AGENCIES) : NONE,
    funding: differing.includes('funding') ? changesOf(before, after, ['funding'], FUNDING) : NONE,
  };
}

/** The agencies of a side in their order: the first leads. */
export function agencyKeys(side: Side): string[] {
  return side.mentions(AGENCIES.kind, 'leadAgency').map(AGENCIES.identity);
}

/** Funding sources with their roles, sorted. */
export function fundingKeys(side: Side): string[] {
  return side.mentions(FUNDING.kind, 'funding').map(FUNDING.identity).sort();
}

/** What is asked, and what makes two mentions one. */
interface Question {
  readonly kind: 'citation' | 'agency' | 'funding';
  readonly identity: (mention: Mention) => string;
}

const CITATIONS: Question = { kind: 'citation', identity: ({ key }) => key };
const AGENCIES: Question = { kind: 'agency', identity: ({ key }) => agencyKey(key) };
const FUNDING: Question = { kind: 'funding', identity: fundingIdentity };

function fundingIdentity({ key, data }: Mention): string {
  return `${key} ${String(data['role'] ?? '')}`;
}

/** Most changes touch no citation. */
function namesTheSame(before: Side, after: Side, key: ProvisionKey): boolean {
  const [olds, news] = [before.mentions('citation', key), after.mentions('citation', key)];
  return olds.length === news.length && olds.every((one, index) => one.key === news[index]?.key);
}

function changesOf(before: Side, after: Side, keys: readonly ProvisionKey[], question: Question): ReferenceChange {
  if (keys.length === 0) return NONE;
  const [olds, news] = [collect(before, keys, question), collect(after, keys, question)];
  const removed = new Map([...olds].filter(([identity]) => !news.has(identity)));
  const added = new Map([...news].filter(([identity]) => !olds.has(identity)));
  if (removed.size + added.size > 0) {
    // A citation struck from one provision may still stand in another, which did not change, or in nothing that it cites.
    const rest = PROVISION_KEYS.filter(
      (key) => !keys.includes(key) && (before.texts[key] === after.texts[key] || question === CITATIONS),
    );
    for (const identity of collect(after, rest, question).keys()) {
      removed.delete(identity);
      added.delete(identity);
    }
  }
  return { added: [...added.values()], removed: [...removed.values()] };
}

function collect(side: Side, keys: readonly ProvisionKey[], { kind, identity }: Question): Map<string, ReferenceText> {
  const found = new Map<string, ReferenceText>();
  for (const provision of keys) {
    for (const mention of side.mentions(kind, provision)) {
      const name = identity(mention);
      if (found.has(name)) continue;
      found.set(name, { provision, text: side.texts[provision].slice(mention.start, mention.end) });
    }
  }
  return found;
}
