import { PROVISION_KEYS, type ProvisionKey, type Provisions } from '@dingben/outline';
import { agencyKey, scanAgencies, scanCitations, scanFunding, type Mention } from '@dingben/references';
import type { ReferenceChange, ReferenceText } from './model.ts';

/** One side's texts; all empty where the entry does not exist. */
export type Texts = Readonly<Record<ProvisionKey, string>>;

const NONE: ReferenceChange = { added: [], removed: [] };

export interface ReferenceChanges {
  readonly citations: ReferenceChange;
  readonly agencies: ReferenceChange;
  readonly funding: ReferenceChange;
}

/** What the entry cites, who leads and who pays, newly or no longer. Only provisions that differ are read, unless one speaks for another. */
export function referenceChanges(before: Texts, after: Texts, differing: ReadonlySet<ProvisionKey>): ReferenceChanges {
  return {
    citations: changesOf(
      before,
      after,
      PROVISION_KEYS.filter((key) => differing.has(key) && !namesTheSame(before[key], after[key])),
      citationsIn,
    ),
    agencies: differing.has('leadAgency') ? changesOf(before, after, ['leadAgency'], agenciesIn) : NONE,
    funding: differing.has('funding') ? changesOf(before, after, ['funding'], fundingIn) : NONE,
  };
}

/** The agencies of a text in their order: the first leads. */
export function agencyKeys(text: string): string[] {
  return scanAgencies(text).map((mention) => agencyKey(mention.key));
}

/** Funding sources with their roles, sorted. */
export function fundingKeys(text: string): string[] {
  return scanFunding(text).map(fundingIdentity).sort();
}

type Scan = (text: string) => { identity: string; mention: Mention }[];

const citationsIn: Scan = (text) => scanCitations(text).map((mention) => ({ identity: mention.key, mention }));
const agenciesIn: Scan = (text) => scanAgencies(text).map((mention) => ({ identity: agencyKey(mention.key), mention }));
const fundingIn: Scan = (text) => scanFunding(text).map((mention) => ({ identity: fundingIdentity(mention), mention }));

function fundingIdentity({ key, data }: Mention): string {
  return `${key} ${String(data['role'] ?? '')}`;
}

/** Most changes touch no citation, which shows in the sentences that differ. */
function namesTheSame(before: string, after: string): boolean {
  const [old, now] = differingSentences(before, after);
  const [olds, news] = [scanCitations(old), scanCitations(now)];
  return olds.length === news.length && olds.every(({ key }, index) => key === news[index]?.key);
}

/** From the full stop before the first difference to the one behind the last; all, where that would cut a title. */
function differingSentences(before: string, after: string): [string, string] {
  const shortest = Math.min(before.length, after.length);
  let head = 0;
  while (head < shortest && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < shortest - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const start = head === 0 ? 0 : before.lastIndexOf('。', head - 1) + 1;
  const stop = before.indexOf('。', before.length - tail);
  const rest = stop === -1 ? 0 : before.length - stop - 1;
  const sentences: [string, string] = [
    before.slice(start, before.length - rest),
    after.slice(start, after.length - rest),
  ];
  return sentences.every(isClosed) ? sentences : [before, after];
}

function isClosed(text: string): boolean {
  let depth = 0;
  for (let at = text.search(/[《》]/); at >= 0 && at < text.length && depth >= 0; at++) {
    if (text[at] === '《') depth++;
    else if (text[at] === '》') depth--;
  }
  return depth === 0;
}

function changesOf(before: Texts, after: Texts, keys: readonly ProvisionKey[], scan: Scan): ReferenceChange {
  const [olds, news] = [collect(before, keys, scan), collect(after, keys, scan)];
  const removed = new Map([...olds].filter(([identity]) => !news.has(identity)));
  const added = new Map([...news].filter(([identity]) => !olds.has(identity)));
  if (removed.size + added.size > 0) {
    // A citation struck from one provision may still stand in another, which did not change, or in nothing that it cites.
    const rest = PROVISION_KEYS.filter(
      (key) => !keys.includes(key) && (before[key] === after[key] || scan === citationsIn),
    );
    for (const identity of collect(after, rest, scan).keys()) {
      removed.delete(identity);
      added.delete(identity);
    }
  }
  return { added: [...added.values()], removed: [...removed.values()] };
}

function collect(texts: Texts, keys: readonly ProvisionKey[], scan: Scan): Map<string, ReferenceText> {
  const found = new Map<string, ReferenceText>();
  for (const provision of keys) {
    for (const { identity, mention } of scan(texts[provision])) {
      if (!found.has(identity))
        found.set(identity, { provision, text: texts[provision].slice(mention.start, mention.end) });
    }
  }
  return found;
}

/** The texts of an entry that may not be there. */
export function textsOf(provisions: Provisions | null): Texts {
  return provisions ?? { targetGroup: '', content: '', standard: '', funding: '', leadAgency: '' };
}
