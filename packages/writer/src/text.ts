import { categoryMark, chapterMark, entryParagraphs, type Outline, type Section } from '@dingben/outline';

/** A heading as it is printed: `三、劳有所得`, `（八）就业创业服务`. */
export function headingText(section: Pick<Section, 'kind' | 'number' | 'title'>): string {
  return (section.kind === 'chapter' ? chapterMark : categoryMark)(section.number) + section.title;
}

/** The title as it is set: the brackets that name the edition begin a line of their own. */
export function titleLines({ title, edition }: Pick<Outline, 'title' | 'edition'>): string[] {
  const year = edition.split('（')[0] ?? '';
  const at = year === '' ? -1 : title.indexOf(`（${year}）`);
  return at <= 0 ? [title] : [title.slice(0, at), title.slice(at)];
}

/**
 * The outline as the official document's text: title, headings and entries, a paragraph a line, each line ended by a line
 * feed. Exact: no blank is added or taken away.
 *
 * Reading it gives the same outline, unless a provision has blanks at the edge of a paragraph or holds a paragraph that
 * itself looks like a label or an entry; the JSON form carries those too.
 */
export function writeText(outline: Outline): string {
  const lines = [outline.title, ...outline.sections.flatMap(sectionLines)];
  return `${lines.join('\n')}\n`;
}

function sectionLines(section: Section): string[] {
  const hasHeading = section.number !== '' || section.title !== '';
  return [
    ...(hasHeading ? [headingText(section)] : []),
    ...(section.entries ?? []).flatMap((entry) => entryParagraphs(entry, 0)),
    ...(section.sections ?? []).flatMap(sectionLines),
  ];
}
