import type { Outline, Section } from './model.ts';

/** The chapters of an outline, in their order. */
export function chapters(outline: Pick<Outline, 'sections'>): Section[] {
  return outline.sections.filter(({ kind }) => kind === 'chapter');
}

/**
 * The outline narrowed to one of its chapters: title and edition stay, numbers stay as they are printed in the whole. What was found
 * in the whole document is left out, since it may lie elsewhere. Null where it has no such chapter.
 *
 * @example chapterOf(outline, '三')?.sections[0]?.title // '劳有所得'
 */
export function chapterOf(outline: Outline, number: string): Outline | null {
  const chapter = chapters(outline).find((section) => section.number === number);
  if (chapter === undefined) return null;
  const { schema, title, edition } = outline;
  return { schema, title, edition, sections: [chapter] };
}
