import { categoryMark, chapterMark, itemMark, serviceMark } from '@dingben/outline';
import type { OutlineEntry, OutlineSection } from '../api/types.ts';

/** A service or item in reading order. */
export interface FlatEntry {
  readonly entry: OutlineEntry;
  /** The service of an item. */
  readonly service: OutlineEntry | null;
  readonly section: OutlineSection;
}

/** All services and items of an outline in reading order, a service before its items. */
export function flatten(sections: readonly OutlineSection[]): FlatEntry[] {
  return sections.flatMap((section) => [
    ...section.entries.flatMap((entry) => [
      { entry, service: null, section },
      ...(entry.items ?? []).map((item) => ({ entry: item, service: entry, section })),
    ]),
    ...flatten(section.sections),
  ]);
}

/** Texts are in leaves: a service without items, or an item. */
export function isLeaf({ entry }: FlatEntry): boolean {
  return entry.items === undefined || entry.items.length === 0;
}

/** `三、劳有所得` or `（八）就业创业服务`. */
export function headingOf({ kind, number, title }: Pick<OutlineSection, 'kind' | 'number' | 'title'>): string {
  return (kind === 'chapter' ? chapterMark(number) : categoryMark(number)) + title;
}

/** The number as printed: `12.` for a service, `（1）` for an item. Numbers that come with their brackets are kept. */
export function printedNumber(number: string, isItem: boolean): string {
  if (!isItem) return number.endsWith('.') ? number : serviceMark(number);
  return number.includes('（') ? number.slice(number.indexOf('（')) : itemMark(number);
}
