import { longestRising } from '@dingben/text-diff';
import type { Matching } from './match.ts';
import type { ComparableEntry, ComparableOutline, ComparableSection, ComparedSection } from './model.ts';

/** Sections of the old outline, by key, and what they are in the new one. */
export type SectionMap = ReadonlyMap<string, string>;

/**
 * The same section on both sides: by key, or, where a heading was reworded, the section that took over most of its entries
 * and got most of them from it. Otherwise one new heading would seem to move all that stands under it.
 */
export function mapSections(before: ComparableOutline, after: ComparableOutline, matching: Matching): SectionMap {
  const map = new Map<string, string>();
  const [olds, news] = [byKey(before.sections), byKey(after.sections)];
  for (const key of olds.keys()) if (news.has(key)) map.set(key, key);
  if (map.size === olds.size || map.size === news.size) return map;
  const shared = sharedEntries(before, after, matching, (old, now) => !map.has(old) && !olds.has(now));
  const ranked = [...shared.values()].sort((a, b) => b.count - a.count || (a.old + a.now < b.old + b.now ? -1 : 1));
  const given = new Set<string>();
  for (const { old, now } of ranked) {
    if (map.has(old) || given.has(now) || olds.get(old)?.kind !== news.get(now)?.kind) continue;
    map.set(old, now);
    given.add(now);
  }
  return map;
}

interface Shared {
  readonly old: string;
  readonly now: string;
  count: number;
}

function sharedEntries(
  before: ComparableOutline,
  after: ComparableOutline,
  matching: Matching,
  isOpen: (old: string, now: string) => boolean,
): Map<string, Shared> {
  const shared = new Map<string, Shared>();
  const [olds, news] = [byKey(before.sections), byKey(after.sections)];
  for (const [index, entry] of before.entries.entries()) {
    const partner = after.entries[matching[index] ?? -1];
    if (partner === undefined) continue;
    for (const old of chain(olds, entry.section)) {
      for (const now of chain(news, partner.section)) {
        if (!isOpen(old, now)) continue;
        const found = shared.get(`${old}\n${now}`);
        if (found === undefined) shared.set(`${old}\n${now}`, { old, now, count: 1 });
        else found.count++;
      }
    }
  }
  return shared;
}

function byKey(sections: readonly ComparableSection[]): Map<string, ComparableSection> {
  return new Map(sections.map((section) => [section.key, section]));
}

/** A section and those above it. */
function chain(sections: ReadonlyMap<string, ComparableSection>, key: string): string[] {
  const keys: string[] = [];
  for (let at = sections.get(key); at !== undefined; at = at.parent === null ? undefined : sections.get(at.parent))
    keys.push(at.key);
  return keys;
}

/**
 * Indexes in the old outline of entries that really moved: to another section or service, or, among those that stayed, out of
 * the longest run that kept its order. One entry that is lifted over ten others has moved; the ten have not.
 */
export function movedEntries(
  before: ComparableOutline,
  after: ComparableOutline,
  matching: Matching,
  map: SectionMap,
): Set<number> {
  const moved = new Set<number>();
  const stayed: number[] = [];
  for (const [index, entry] of before.entries.entries()) {
    const partner = after.entries[matching[index] ?? -1];
    if (partner === undefined || entry.holdsItems) continue;
    if (samePlace(entry, partner, matching, map)) stayed.push(index);
    else moved.add(index);
  }
  const targets = stayed.map((index) => matching[index] ?? -1);
  if (targets.every((target, at) => at === 0 || target > (targets[at - 1] ?? -1))) return moved;
  const kept = new Set(longestRising(targets));
  for (const [at, index] of stayed.entries()) if (!kept.has(at)) moved.add(index);
  return moved;
}

function samePlace(entry: ComparableEntry, partner: ComparableEntry, matching: Matching, map: SectionMap): boolean {
  const parent = entry.parent === null ? null : (matching[entry.parent] ?? -1);
  return map.get(entry.section) === partner.section && parent === partner.parent;
}

/** Headings that are new, gone, renumbered or reworded. */
export function comparedSections(
  before: ComparableOutline,
  after: ComparableOutline,
  map: SectionMap,
): ComparedSection[] {
  const olds = byKey(before.sections);
  const sources = new Map([...map].map(([old, now]) => [now, olds.get(old)]));
  const kept = after.sections.flatMap((section) => comparedSection(sources.get(section.key), section));
  const gone = before.sections.filter((section) => !map.has(section.key));
  return [
    ...kept,
    ...gone.map((section): ComparedSection => ({
      changes: ['removed'],
      kind: section.kind,
      before: head(section),
      after: null,
    })),
  ];
}

/** One heading beside what it was; empty where it is the same. */
export function comparedSection(old: ComparableSection | undefined, now: ComparableSection): ComparedSection[] {
  if (old === undefined) return [{ changes: ['added'], kind: now.kind, before: null, after: head(now) }];
  const changes: ComparedSection['changes'][number][] = [];
  if (old.number !== now.number) changes.push('renumbered');
  if (old.title !== now.title) changes.push('retitled');
  return changes.length === 0 ? [] : [{ changes, kind: now.kind, before: head(old), after: head(now) }];
}

function head({ number, title }: ComparableSection): { number: string; title: string } {
  return { number, title };
}
