import { PROVISION_KEYS, PROVISION_LABELS, type Entry } from './model.ts';
import { itemMark, serviceMark } from './numbering.ts';

/** The full stop that the official document puts after an entry's title. It is no part of the title. */
export const TITLE_STOP = '。';

/** The colon that it puts after a label. */
export const LABEL_COLON = '：';

/**
 * The paragraphs of an entry as the official document prints them: number and title, then each provision behind its label;
 * a service with items is followed by their paragraphs.
 *
 * @example entryParagraphs(entry, 0)[0] // '7.预防接种。'
 */
export function entryParagraphs(entry: Entry, depth: 0 | 1): string[] {
  const mark = depth === 0 ? serviceMark(entry.number) : itemMark(entry.number);
  const lines = [mark + entry.title + TITLE_STOP];
  for (const key of entry.provisions === undefined ? [] : PROVISION_KEYS) {
    lines.push(PROVISION_LABELS[key] + LABEL_COLON + (entry.provisions?.[key] ?? ''));
  }
  for (const item of entry.items ?? []) lines.push(...entryParagraphs(item, 1));
  return lines;
}

/** The canonical text of an entry: its paragraphs, joined by line feeds. What people read when they say "the entry". */
export function canonicalText(entry: Entry, depth: 0 | 1 = 0): string {
  return entryParagraphs(entry, depth).join('\n');
}
