import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Outline } from '@dingben/outline';
import { CREATOR, momentOf, type DocumentMeta } from '../meta.ts';
import { writeText } from '../text.ts';
import { assertWritable } from '../writable.ts';
import { fixPackage } from './fixed-package.ts';
import { DRAWN_TOGETHER, FACE, FOOTER_LINE, GRID, PAGE } from './layout.ts';
import { documentParagraphs } from './paragraphs.ts';

const DEFAULT_RUN = { ...FACE.body, characterSpacing: DRAWN_TOGETHER, language: { value: 'zh-CN', eastAsia: 'zh-CN' } };

/**
 * The outline as an Office Open XML document in the layout of official documents: the bytes are the same for the same
 * outline and `meta`, wherever and whenever they are written.
 *
 * @throws RangeError where the text holds a code point that stored text may not hold: XML cannot carry all of them.
 */
export async function writeDocx(outline: Outline, meta: DocumentMeta = {}): Promise<Uint8Array> {
  assertWritable(writeText(outline));
  const document = new Document({
    title: outline.title,
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: DEFAULT_RUN } } },
    sections: [
      {
        properties: { page: PAGE, grid: GRID },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: documentParagraphs(outline),
      },
    ],
  });
  const archive = await Packer.pack(document, 'uint8array');
  return fixPackage(archive, momentOf(meta));
}

/** — 1 —, a character away from the edge: at the right of odd pages, at the left of even ones. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const indent = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 };
  const children = [new TextRun({ ...FACE.page, children: ['— ', PageNumber.CURRENT, ' —'] })];
  return new Footer({ children: [new Paragraph({ alignment, indent, spacing: FOOTER_LINE, children })] });
}
