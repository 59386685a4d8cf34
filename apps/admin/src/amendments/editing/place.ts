import type { OutlineSection } from '../../api/types.ts';
import { headingOf, isLeaf, printedNumber, type FlatEntry } from '../../editions/flatten.ts';

export interface PlaceValue {
  readonly sectionKey: string;
  readonly parentServiceId: string | null;
  /** Null: first in its section or service. */
  readonly afterServiceId: string | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Sections that hold entries, in reading order. */
export function sectionChoices(all: readonly FlatEntry[], sections: readonly OutlineSection[]): Choice[] {
  const holding = new Set(all.map(({ section }) => section.key));
  const walk = (inner: readonly OutlineSection[]): Choice[] =>
    inner.flatMap((section) => [
      ...(holding.has(section.key) || section.kind === 'category'
        ? [{ value: section.key, label: headingOf(section) }]
        : []),
      ...walk(section.sections),
    ]);
  return walk(sections);
}

/** The neighbours after which an entry can stand: services of the section, or items of the service. */
export function afterChoices(all: readonly FlatEntry[], place: PlaceValue, without: string | null): Choice[] {
  return all
    .filter(({ entry, service, section }) => {
      if (entry.serviceId === without) return false;
      if (place.parentServiceId !== null) return service?.serviceId === place.parentServiceId;
      return service === null && section.key === place.sectionKey;
    })
    .map(({ entry, service }) => ({
      value: entry.serviceId,
      label: `${printedNumber(entry.number, service !== null)} ${entry.title}`,
    }));
}

/** Where an entry stands now, as the place after which a new one would come. */
export function placeOf(all: readonly FlatEntry[], serviceId: string): PlaceValue | null {
  const flat = all.find(({ entry }) => entry.serviceId === serviceId);
  if (flat === undefined) return null;
  return {
    sectionKey: flat.section.key,
    parentServiceId: flat.service?.serviceId ?? null,
    afterServiceId: isLeaf(flat) || flat.service === null ? serviceId : null,
  };
}
