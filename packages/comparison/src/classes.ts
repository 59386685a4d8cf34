import type { ProvisionKey } from '@dingben/outline';
import type { Segment } from '@dingben/text-diff';
import { isFormatOnly, isWordingOnly } from './format.ts';
import { CLASS_NAMES, type ChangeClass, type ChangeClassName, type ChangeKind, type QuantityChange } from './model.ts';
import { agencyKeys, fundingKeys, type ReferenceChanges, type Texts } from './reference-changes.ts';

export interface Evidence {
  readonly changes: readonly ChangeKind[];
  readonly before: Texts;
  readonly after: Texts;
  readonly provisions: Readonly<Partial<Record<ProvisionKey, readonly Segment[]>>>;
  readonly quantities: readonly QuantityChange[];
  readonly references: ReferenceChanges;
}

/**
 * What kind of change this is, from what the difference proves. A change that proves nothing has no class: a person names it.
 * 规范表述 and 格式 are said of provisions that no other class explains.
 */
export function classesOf(evidence: Evidence): ChangeClassName[] {
  const { changes } = evidence;
  const found = new Set<ChangeClass>();
  for (const change of ['added', 'removed', 'moved'] as const) if (changes.includes(change)) found.add(change);
  if (changes.includes('amended')) for (const change of amendmentClasses(evidence)) found.add(change);
  // The table's order is the order in which officials name them. Object.keys forgets the key type.
  return (Object.keys(CLASS_NAMES) as ChangeClass[]).filter((name) => found.has(name)).map((name) => CLASS_NAMES[name]);
}

function amendmentClasses({ before, after, provisions, quantities, references }: Evidence): ChangeClass[] {
  const found: ChangeClass[] = standardClasses(quantities);
  if (references.citations.added.length + references.citations.removed.length > 0) found.push('basis');
  const explained = new Set(
    [...quantities, ...references.citations.added, ...references.citations.removed].map((one) => one.provision),
  );
  // Object.entries forgets the key type; the record has no other keys.
  for (const [key, segments] of Object.entries(provisions) as [ProvisionKey, readonly Segment[]][]) {
    if (isFormatOnly(segments)) found.push('format');
    else if (key === 'funding' && bearersDiffer(before[key], after[key])) found.push('funding');
    else if (key === 'leadAgency' && leadersDiffer(before[key], after[key])) found.push('lead-agency');
    else if (!explained.has(key) && isWordingOnly(segments)) found.push('wording');
  }
  return found;
}

/** Only amounts of 服务标准 raise or lower a standard: an age limit in 服务对象 that rises takes rights away. */
function standardClasses(quantities: readonly QuantityChange[]): ChangeClass[] {
  const ratios = quantities.flatMap(({ provision, ratio }) =>
    provision === 'standard' && ratio !== null ? [ratio] : [],
  );
  return [
    ...(ratios.some((ratio) => ratio > 1) ? ['raised' as const] : []),
    ...(ratios.some((ratio) => ratio < 1) ? ['lowered' as const] : []),
  ];
}

function bearersDiffer(before: string, after: string): boolean {
  return differ(fundingKeys(before), fundingKeys(after));
}

function leadersDiffer(before: string, after: string): boolean {
  return differ(agencyKeys(before), agencyKeys(after));
}

/** Two texts that differ and in neither of which anybody was recognised are taken to differ in this, too. */
function differ(before: readonly string[], after: readonly string[]): boolean {
  return before.length + after.length === 0 || before.join('\n') !== after.join('\n');
}
