import type { ProvisionKey } from '@dingben/outline';
import { fundingMeaning } from '@dingben/references';
import { diffText, type Segment } from '@dingben/text-diff';
import { directionOf } from './direction.ts';
import { evidenceText, explains, wholeChange } from './evidence.ts';
import { isFormatOnly, isWordingOnly } from './format.ts';
import {
  CLASS_NAMES,
  type ChangeClass,
  type ChangeClassName,
  type ChangeKind,
  type ClassEvidence,
  type EvidenceText,
} from './model.ts';
import type { QuantityPair } from './quantities.ts';
import { agencyKeys, fundingKeys, type ReferenceChanges } from './reference-changes.ts';
import { scopeChanges } from './scope.ts';
import type { Side } from './side.ts';

export interface Difference {
  readonly changes: readonly ChangeKind[];
  readonly titles: Readonly<Record<'before' | 'after', string>>;
  readonly before: Side;
  readonly after: Side;
  readonly provisions: Readonly<Partial<Record<ProvisionKey, readonly Segment[]>>>;
  /** Of an amended entry, by provision. */
  readonly pairs: ReadonlyMap<ProvisionKey, readonly QuantityPair[]>;
  readonly references: ReferenceChanges;
}

export interface Classes {
  readonly classes: readonly ChangeClassName[];
  readonly evidence: readonly ClassEvidence[];
  readonly certain: boolean;
}

interface Found {
  readonly class: ChangeClass;
  readonly provision?: ProvisionKey | 'title';
  readonly before: EvidenceText | null;
  readonly after: EvidenceText | null;
}

/** In which officials name them. Object.keys forgets the key type. */
const ORDER = Object.keys(CLASS_NAMES) as readonly ChangeClass[];

const CONTRADICTING: readonly (readonly [ChangeClass, ChangeClass])[] = [
  ['raised', 'lowered'],
  ['widened', 'narrowed'],
];

/**
 * What kind of change this is, from what the difference proves, and by what. A change that proves nothing has no class: a person
 * names it. 规范表述 and 格式 are said of texts that no other class explains.
 */
export function classesOf(difference: Difference): Classes {
  const { changes } = difference;
  const found: Found[] = (['added', 'removed', 'moved'] as const)
    .filter((change) => changes.includes(change))
    .map((change) => ({ class: change, before: null, after: null }));
  const isRewritten = !changes.includes('added') && !changes.includes('removed');
  let explained = true;
  if (isRewritten && changes.includes('retitled')) {
    const title = titleClass(difference.titles);
    found.push(...title);
    explained = title.length > 0;
  }
  // Object.entries forgets the key type; the record has no other keys.
  for (const [key, segments] of Object.entries(difference.provisions) as [ProvisionKey, readonly Segment[]][]) {
    if (!isRewritten) break;
    const here = provisionClasses(difference, key, segments);
    found.push(...here);
    if (!explains(here, segments)) explained = false;
  }
  found.sort((one, other) => ORDER.indexOf(one.class) - ORDER.indexOf(other.class));
  const classes = [...new Set(found.map((one) => one.class))];
  const contradicts = CONTRADICTING.some((pair) => pair.every((one) => classes.includes(one)));
  return {
    classes: classes.map((name) => CLASS_NAMES[name]),
    evidence: found.map((one) => ({ ...one, class: CLASS_NAMES[one.class] })),
    certain: explained && !contradicts && classes.length > 0,
  };
}

function titleClass({ before, after }: Difference['titles']): Found[] {
  const segments = diffText(before, after);
  if (isFormatOnly(segments)) return [{ class: 'format', provision: 'title', ...wholeChange(segments) }];
  return isWordingOnly(segments) ? [{ class: 'wording', provision: 'title', ...wholeChange(segments) }] : [];
}

function provisionClasses(difference: Difference, key: ProvisionKey, segments: readonly Segment[]): Found[] {
  const { before, after } = difference;
  const whole = (name: ChangeClass): Found => ({ class: name, provision: key, ...wholeChange(segments) });
  // Marks and particles say nothing of who is served, who pays or who leads.
  const isWording = isWordingOnly(segments);
  if (isWording && isFormatOnly(segments)) return [whole('format')];
  const found = basisClasses(difference, key);
  if (key === 'standard') found.push(...standardClasses(difference));
  if (key === 'targetGroup' && !isWording) found.push(...scopeClasses(difference, segments));
  if (key === 'leadAgency' && leadersDiffer(before, after)) found.push(whole('lead-agency'));
  if (key === 'funding' && !isWording) found.push(whole(fundingClass(before, after)));
  if (found.length > 0 || (difference.pairs.get(key) ?? []).length > 0) return found;
  return isWording ? [whole('wording')] : [];
}

/** Equal meanings are a matter of wording, whatever the words. Where other sources pay, or in other roles, none has to be made out. */
function fundingClass(before: Side, after: Side): 'wording' | 'funding' {
  if (fundingKeys(before).join('\n') !== fundingKeys(after).join('\n')) return 'funding';
  return fundingMeaning(before.texts.funding) === fundingMeaning(after.texts.funding) ? 'wording' : 'funding';
}

function basisClasses({ references: { citations }, before, after }: Difference, key: ProvisionKey): Found[] {
  if (citations.removed.length + citations.added.length === 0) return [];
  const here = (name: 'before' | 'after', { texts }: Side, list: ReferenceChanges['citations']['added']): Found[] =>
    list
      .filter(({ provision }) => provision === key)
      .map(({ text }) => {
        const start = texts[key].indexOf(text);
        const found = evidenceText(texts[key], { start, end: start + text.length });
        return { class: 'basis', provision: key, before: null, after: null, [name]: found };
      });
  return [...here('before', before, citations.removed), ...here('after', after, citations.added)];
}

/** Only amounts of 服务标准 raise or lower a standard. */
function standardClasses({ before, after, pairs }: Difference): Found[] {
  return (pairs.get('standard') ?? []).flatMap((pair): Found[] => {
    const direction = directionOf(pair, before.texts.standard, after.texts.standard);
    if (direction === null) return [];
    const sides = {
      before: evidenceText(before.texts.standard, pair.before),
      after: evidenceText(after.texts.standard, pair.after),
    };
    return [{ class: direction === 'up' ? 'raised' : 'lowered', provision: 'standard', ...sides }];
  });
}

function scopeClasses({ before, after, pairs }: Difference, segments: readonly Segment[]): Found[] {
  return scopeChanges(before, after, segments, pairs.get('targetGroup') ?? []).map(
    ({ sign, before: old, after: now }): Found => ({
      class: sign,
      provision: 'targetGroup',
      before: old && evidenceText(before.texts.targetGroup, old),
      after: now && evidenceText(after.texts.targetGroup, now),
    }),
  );
}

/** Two texts that differ and in neither of which anybody was recognised are taken to differ in this, too. */
function leadersDiffer(before: Side, after: Side): boolean {
  const [old, now] = [agencyKeys(before), agencyKeys(after)];
  return old.length + now.length === 0 || old.join('\n') !== now.join('\n');
}
