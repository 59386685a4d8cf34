import type { Result } from '@dingben/kernel';
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
import type { DocumentMeta } from '../meta.ts';
import { headingText, titleLines } from '../text.ts';
import type { Page, Paragraph, Span } from './blocks.ts';
import type { FontSource } from './fonts.ts';
import { render } from './render.ts';

function points(millimetres: number): number {
  return (millimetres / 25.4) * 72;
}

/** Measures of official documents (GB/T 9704), as in the Office document: A4, 22 lines of 28 characters of 三号 that fill the page. */
const PAGE: Page = {
  width: points(210),
  height: points(297),
  margin: { top: points(37), right: points(26), bottom: points(35), left: points(28) },
};
const SIZE = 16;
const LEADING = points(297 - 37 - 35) / 22;
/** Between 28 characters that fill the line. */
const TRACKING = (points(210 - 28 - 26) - 28 * SIZE) / 27;
const TITLE = { size: 22, leading: 34 };

type Face = Span['face'];

/**
 * The outline as PDF in the official layout, with its fonts in it and a bookmark for each section and entry.
 *
 * Refuses with `document.character-missing` (`characters`, `count`) where no font has a character.
 *
 * @param fonts gives the bytes of the fonts, by the names of their files in the packages that this one depends on.
 * @throws RangeError where the text holds a code point that stored text may not hold.
 */
export function writePdf(outline: Outline, fonts: FontSource, meta: DocumentMeta = {}): Promise<Result<Uint8Array>> {
  const blocks = [...title(outline), ...outline.sections.flatMap((each) => section(each, 1))];
  return render({ title: outline.title, page: PAGE, blocks }, fonts, meta);
}

function title(outline: Outline): Paragraph[] {
  const lines = titleLines(outline);
  return lines.map((text, index) => ({
    spans: [{ text, face: 'bold', size: TITLE.size }],
    align: 'centre',
    indent: 0,
    leading: TITLE.leading,
    tracking: 0,
    ...(index === lines.length - 1 && { after: LEADING }),
  }));
}

function section(from: Section, level: number): Paragraph[] {
  const hasHeading = from.number !== '' || from.title !== '';
  return [
    ...(hasHeading ? [heading(headingText(from), from.kind === 'chapter' ? 'hei' : 'kai', level)] : []),
    ...(from.entries ?? []).flatMap((each) => entry(each, serviceMark(each.number), level + 1)),
    ...(from.sections ?? []).flatMap((each) => section(each, level + 1)),
  ];
}

function entry(from: Entry, mark: string, level: number): Paragraph[] {
  const { provisions } = from;
  return [
    heading(mark + from.title + TITLE_STOP, 'bold', level),
    ...(provisions === undefined
      ? []
      : PROVISION_KEYS.flatMap((key) => provision(PROVISION_LABELS[key] + LABEL_COLON, provisions[key]))),
    ...(from.items ?? []).flatMap((item) => entry(item, itemMark(item.number), level + 1)),
  ];
}

function heading(text: string, face: Face, level: number): Paragraph {
  const bookmark = { level, title: text.endsWith(TITLE_STOP) ? text.slice(0, -TITLE_STOP.length) : text };
  return { ...body([{ text, face, size: SIZE }]), keepNext: true, bookmark };
}

function provision(label: string, text: string): Paragraph[] {
  return text.split('\n').map((part, index) => {
    const rest: Span = { text: part, face: 'song', size: SIZE };
    return body(index === 0 ? [{ text: label, face: 'bold', size: SIZE }, rest] : [rest]);
  });
}

function body(spans: readonly Span[]): Paragraph {
  return { spans, align: 'justify', indent: 2 * (SIZE + TRACKING), leading: LEADING, tracking: TRACKING };
}
