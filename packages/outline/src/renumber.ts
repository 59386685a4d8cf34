import { toHanzi } from './numbering.ts';
import type { Entry, Outline, Section } from './model.ts';

/**
 * The outline with every number taken from its position: services 1 to n through the whole document, items from 1 in each
 * service, chapters from 一, categories on through all chapters.
 *
 * @throws RangeError with more than 99 chapters or categories.
 */
export function renumber<T extends Pick<Outline, 'sections'>>(outline: T): T {
  const next = { chapter: 0, category: 0, service: 0 };
  const section = (from: Section): Section => {
    const number = toHanzi(++next[from.kind]);
    return {
      ...from,
      number,
      ...(from.entries && { entries: from.entries.map((entry) => service(entry)) }),
      ...(from.sections && { sections: from.sections.map(section) }),
    };
  };
  const service = (from: Entry): Entry => ({
    ...from,
    number: String(++next.service),
    ...(from.items && { items: from.items.map((item, index) => ({ ...item, number: String(index + 1) })) }),
  });
  return { ...outline, sections: outline.sections.map(section) };
}
