import { PROVISION_KEYS, type ProvisionKey } from '@dingben/outline';
import { diffText, type Segment } from '@dingben/text-diff';
import { classesOf } from './classes.ts';
import {
  CHANGE_KINDS,
  type ChangeKind,
  type ComparableEntry,
  type ComparedEntry,
  type Comparison,
  type DescentLine,
  type QuantityChange,
  type Summary,
} from './model.ts';
import { placeOf, withDescents } from './families.ts';
import { needsText, type ComparisonPlan, type PlannedEntry } from './plan.ts';
import { quantityChanges, quantityPairs, type QuantityPair } from './quantities.ts';
import { referenceChanges } from './reference-changes.ts';
import { Side, type ComparableText, type Texts } from './side.ts';

/** Texts by hash, for every hash that the plan names. */
export interface TextSource {
  get(hash: string): ComparableText | undefined;
}

/**
 * The comparison of a plan whose texts are loaded.
 *
 * @throws Error where a text that the plan asked for is missing: that is a bug of the caller.
 */
export function finishComparison(plan: ComparisonPlan, texts: TextSource): Comparison {
  const planned = withDescents(plan.entries, (entry) => entry.provisions ?? texts.get(entry.hash)?.provisions);
  const entries = planned.map((entry) => comparedEntry(entry, texts));
  return {
    schema: 'dingben.comparison/1',
    before: plan.before,
    after: plan.after,
    summary: summaryOf(entries, plan.unchanged),
    sections: plan.sections,
    entries,
  };
}

/** The comparison of one planned entry. */
export function comparedEntry(planned: PlannedEntry, texts: TextSource): ComparedEntry {
  const load = needsText(planned);
  const before = new Side(load ? textOf(planned.before, texts) : null);
  const after = new Side(load ? textOf(planned.after, texts) : null);
  const provisions = provisionDifferences(before.texts, after.texts);
  const differing = PROVISION_KEYS.filter((key) => provisions[key] !== undefined);
  const differs = planned.before !== null && planned.after !== null && differing.length > 0;
  const { split, merged } = planned;
  const amended = differs && split === undefined && merged === undefined;
  // One part beside the whole: what it has not, the others have.
  const partOnly = split?.goesOn === false || merged?.goesOn === false;
  const changes: ChangeKind[] = amended ? [...planned.changes, 'amended'] : [...planned.changes];
  const held = partOnly ? [] : differing;
  const pairs = new Map<ProvisionKey, readonly QuantityPair[]>();
  for (const key of differs ? held : []) pairs.set(key, quantityPairs(key, provisions[key] ?? [], before, after));
  const quantities: QuantityChange[] = [];
  for (const [key, found] of pairs) quantities.push(...quantityChanges(key, found, before, after));
  const references = referenceChanges(before, after, held);
  const titles = { before: planned.before?.title ?? '', after: planned.after?.title ?? '' };
  // What a part lacks of the whole, or a whole has of its parts, is no change of what is served.
  const telling = (split ?? merged) ? {} : provisions;
  return {
    changes,
    ...classesOf({ changes, titles, before, after, provisions: telling, pairs, references }),
    before: planned.before && placeOf(planned.before),
    after: planned.after && placeOf(planned.after),
    ...(split && { split }),
    ...(merged && { merged }),
    ...gradeOf(planned),
    provisions,
    quantities,
    ...references,
  };
}

function textOf(entry: ComparableEntry | null, texts: TextSource): ComparableText | null {
  if (entry === null) return null;
  const { provisions, references } = entry;
  const text = provisions === undefined ? texts.get(entry.hash) : { provisions, ...(references && { references }) };
  if (text === undefined) throw new Error(`no text for ${entry.number} ${entry.hash}`);
  return text;
}

function provisionDifferences(before: Texts, after: Texts): Partial<Record<ProvisionKey, Segment[]>> {
  const found: Partial<Record<ProvisionKey, Segment[]>> = {};
  for (const key of PROVISION_KEYS) if (before[key] !== after[key]) found[key] = diffText(before[key], after[key]);
  return found;
}

function gradeOf({ before, after }: PlannedEntry): Pick<ComparedEntry, 'became'> {
  if (before === null || after === null || (before.parent === null) === (after.parent === null)) return {};
  return { became: after.parent === null ? 'service' : 'item' };
}

function summaryOf(entries: readonly ComparedEntry[], unchanged: number): Summary {
  const count = (kind: ChangeKind): number => entries.filter((entry) => entry.changes.includes(kind)).length;
  const kinds = CHANGE_KINDS.filter((kind) => kind !== 'split' && kind !== 'merged');
  const [split, merged] = [families(entries, 'split'), families(entries, 'merged')];
  // fromEntries forgets the key type; every kind is there.
  return {
    ...(Object.fromEntries(kinds.map((kind) => [kind, count(kind)])) as Record<(typeof kinds)[number], number>),
    ...(split > 0 && { split }),
    ...(merged > 0 && { merged }),
    unchanged,
  };
}

/** Each family has one line a part, and one whole: the same place on all of them. */
function families(entries: readonly ComparedEntry[], kind: 'split' | 'merged'): number {
  const descents = entries.flatMap((entry): DescentLine[] => (entry[kind] === undefined ? [] : [entry[kind]]));
  return new Set(descents.map(({ parts }) => parts)).size;
}
