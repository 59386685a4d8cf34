import { AlignmentType, HeadingLevel, Paragraph, TextRun } from 'docx';
import {
  LABEL_COLON,
  PROVISION_KEYS,
  PROVISION_LABELS,
  TITLE_STOP,
  itemMark,
  serviceMark,
  type Entry,
  type Outline,
  type Section,
} from '@dingben/outline';
import { headingText, titleLines } from '../text.ts';
import { BODY, FACE, TITLE_LINE } from './layout.ts';

type Level = (typeof HeadingLevel)[keyof typeof HeadingLevel];

/** The paragraphs of the document: the lines of its text, in their faces. Numbers are text, as they are in the outline. */
export function documentParagraphs(outline: Outline): Paragraph[] {
  return [title(outline), ...outline.sections.flatMap(section)];
}

function title(outline: Outline): Paragraph {
  const children = titleLines(outline).map(
    (text, index) => new TextRun({ ...FACE.title, text, ...(index > 0 && { break: 1 }) }),
  );
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: TITLE_LINE, children });
}

function section(from: Section): Paragraph[] {
  const isChapter = from.kind === 'chapter';
  const hasHeading = from.number !== '' || from.title !== '';
  const face = isChapter ? FACE.chapter : FACE.category;
  const level = isChapter ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2;
  return [
    ...(hasHeading ? [heading(headingText(from), face, level)] : []),
    ...(from.entries ?? []).flatMap((each) => entry(each, serviceMark(each.number), HeadingLevel.HEADING_3)),
    ...(from.sections ?? []).flatMap(section),
  ];
}

function entry(from: Entry, mark: string, level: Level): Paragraph[] {
  return [
    heading(mark + from.title + TITLE_STOP, FACE.entry, level),
    ...(from.provisions === undefined
      ? []
      : PROVISION_KEYS.flatMap((key) => provision(PROVISION_LABELS[key] + LABEL_COLON, from.provisions?.[key] ?? ''))),
    ...(from.items ?? []).flatMap((item) => entry(item, itemMark(item.number), HeadingLevel.HEADING_4)),
  ];
}

function heading(text: string, face: (typeof FACE)[keyof typeof FACE], level: Level): Paragraph {
  return new Paragraph({
    heading: level,
    keepNext: true,
    ...BODY,
    children: [new TextRun({ ...face, text })],
  });
}

/** The label stands before the first of a provision's paragraphs. */
function provision(label: string, text: string): Paragraph[] {
  return text.split('\n').map(
    (part, index) =>
      new Paragraph({
        ...BODY,
        children: [
          ...(index === 0 ? [new TextRun({ ...FACE.label, text: label })] : []),
          new TextRun({ ...FACE.body, text: part }),
        ],
      }),
  );
}
