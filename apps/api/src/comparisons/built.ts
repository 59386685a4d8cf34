import type {
  ChangeClassName,
  ComparableOutline,
  ComparedEntry,
  ComparedSection,
  Comparison,
  PlannedEntry,
} from '@dingben/comparison';
import { frame } from '@dingben/kernel';
import { sha256 } from '@dingben/kernel/hash';
import type { Reason } from './comparisons.repository.js';

/** What a confirmation is of: two exact texts of a service, an absent one empty, and the two places where it moved. */
export interface Change {
  readonly serviceId: string;
  readonly beforeHash: string;
  readonly afterHash: string;
  readonly place: string;
}

/** An entry of a comparison before anybody's word on it: what two commits say, and so never changes. */
export interface BuiltEntry extends ComparedEntry {
  readonly serviceId: string;
  readonly reasons: readonly Reason[];
  readonly change: Change;
}

export interface Built extends Omit<Comparison, 'entries'> {
  readonly entries: readonly BuiltEntry[];
  /** Of the later side. */
  readonly editionId: string;
}

/** Where a word of this kind can be given: an entry that only has another number is not changed. */
export function isClassable({ changes }: Pick<ComparedEntry, 'changes'>): boolean {
  return changes.some((change) => change !== 'renumbered');
}

export function changeOf(
  serviceId: string,
  { before, after, changes }: PlannedEntry,
  outlines: Readonly<Record<'before' | 'after', ComparableOutline>>,
): Change {
  const placeIn = (side: 'before' | 'after', entry: PlannedEntry['before']): string => {
    const parent = entry?.parent ?? null;
    return `${entry?.section ?? ''}/${parent === null ? '' : (outlines[side].entries[parent]?.code ?? '')}`;
  };
  const place = changes.includes('moved') ? `${placeIn('before', before)} ${placeIn('after', after)}` : '';
  return { serviceId, beforeHash: before?.hash ?? '', afterHash: after?.hash ?? '', place };
}

/** Names a change to a client: equal for equal texts and places, whichever comparison shows them. */
export function nameOf({ serviceId, beforeHash, afterHash, place }: Change): string {
  return sha256(frame(['dingben.change/1', serviceId, beforeHash, afterHash, place]));
}

/** Names a change of a heading: equal for equal words, whichever comparison shows them. Null where only the number is another. */
export function nameOfHeading({ kind, changes, before, after }: ComparedSection): string | null {
  if (changes.every((change) => change === 'renumbered')) return null;
  const side = (heading: ComparedSection['before']): string[] => [heading?.number ?? '', heading?.title ?? ''];
  return sha256(frame(['dingben.heading-change/1', kind, ...side(before), ...side(after)]));
}

/** The names of the changes that no amendment gives a reason of: of headings, and of entries between imported editions. */
export function unexplained({ entries, sections }: Pick<Built, 'entries' | 'sections'>): string[] {
  const headings = sections.map(nameOfHeading).filter((name) => name !== null);
  const open = entries.filter((entry) => isClassable(entry) && !isExplained(entry));
  return [...headings, ...open.map(({ change }) => nameOf(change))];
}

function isExplained({ reasons }: BuiltEntry): boolean {
  return reasons.some(({ rationale }) => rationale.trim() !== '');
}

/** The last word on a change. */
export interface Confirmation {
  readonly version: number;
  readonly classes: readonly ChangeClassName[];
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
}
