import type { ChangeClassName } from '@dingben/comparison';
import { isClassable, nameOf, type Built, type BuiltEntry, type Change, type Confirmation } from './built.js';
import type { ConfirmedChange } from './confirmations.repository.js';

/** What a change is called, by whom, and what the rules propose. */
export interface ClassedChange {
  /** Names the change; null for one that has no class, because only what stands before the entry changed. */
  readonly change: string | null;
  readonly classes: readonly ChangeClassName[];
  readonly classesProposed: readonly ChangeClassName[];
  readonly confirmation: Omit<Confirmation, 'classes'> | null;
  /** The last word on another text that the same edition had after the same one: it holds no longer. */
  readonly outdated: Omit<Confirmation, 'version'> | null;
}

export type ClassedEntry = Omit<BuiltEntry, 'change'> & ClassedChange;

/** Each entry with the last word on its change: what a person confirmed goes before what is proposed. */
export function classedEntries(built: Built, words: ReadonlyMap<string, readonly ConfirmedChange[]>): ClassedEntry[] {
  return built.entries.map((entry) => {
    const { change, ...rest } = entry;
    return { ...rest, ...classedChange(entry, words.get(change.serviceId) ?? [], built.editionId) };
  });
}

function classedChange(entry: BuiltEntry, confirmed: readonly ConfirmedChange[], editionId: string): ClassedChange {
  const { change, classes } = entry;
  if (!isClassable(entry))
    return { change: null, classes, classesProposed: classes, confirmation: null, outdated: null };
  const last = confirmed.find((one) => isSame(one, change));
  return {
    change: nameOf(change),
    classes: last?.classes ?? classes,
    classesProposed: classes,
    confirmation: last === undefined ? null : { version: last.version, by: last.by, at: last.at },
    outdated: last === undefined ? outdatedOf(change, confirmed, editionId) : null,
  };
}

function isSame(one: Change, other: Change): boolean {
  return one.beforeHash === other.beforeHash && one.afterHash === other.afterHash && one.place === other.place;
}

function outdatedOf(
  { beforeHash, afterHash }: Change,
  confirmed: readonly ConfirmedChange[],
  editionId: string,
): ClassedChange['outdated'] {
  const earlier = confirmed
    // What another edition says after the same text is another change, and no earlier state of this one.
    .filter((one) => one.editionId === editionId && one.beforeHash === beforeHash && one.afterHash !== afterHash)
    .sort((one, other) => (one.at < other.at ? 1 : -1))[0];
  return earlier === undefined ? null : { classes: earlier.classes, by: earlier.by, at: earlier.at };
}
