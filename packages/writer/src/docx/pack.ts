import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type ISectionPropertiesOptions,
} from 'docx';
import { CODE_LABEL, CREATOR, momentOf, type DocumentMeta } from '../meta.ts';
import { fixPackage } from './fixed-package.ts';
import { DRAWN_TOGETHER, FACE, FOOTER_LINE, FOOTER_TAB } from './layout.ts';

const DEFAULT_RUN = {
  ...FACE.body,
  characterSpacing: DRAWN_TOGETHER,
  language: { value: 'zh-CN', eastAsia: 'zh-CN' },
};

export interface Content {
  readonly title: string;
  readonly properties: ISectionPropertiesOptions;
  readonly children: readonly FileChild[];
}

/** One section with numbered pages as a package whose bytes do not depend on when it is made. */
export async function pack({ title, properties, children }: Content, meta: DocumentMeta): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: CREATOR,
    lastModifiedBy: CREATOR,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: DEFAULT_RUN } } },
    sections: [
      {
        properties,
        ...(meta.draft !== undefined && { headers: draftHeaders(meta.draft) }),
        footers: {
          default: pageNumber(AlignmentType.RIGHT, meta.code),
          even: pageNumber(AlignmentType.LEFT, meta.code),
        },
        children,
      },
    ],
  });
  return fixPackage(await Packer.pack(document, 'uint8array'), momentOf(meta));
}

/** On every page, so that a single sheet of a draft says what it is. */
function draftHeaders(draft: string): { readonly default: Header; readonly even: Header } {
  const header = (): Header => {
    const children = [new TextRun({ ...FACE.page, text: draft })];
    return new Header({
      children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: FOOTER_LINE, children })],
    });
  };
  return { default: header(), even: header() };
}

/** — 1 —, a character away from the edge: at the right of odd pages, at the left of even ones; the code across from it. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT'], code?: string): Footer {
  const number = ['— ', PageNumber.CURRENT, ' —'];
  const indent = alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 };
  if (code === undefined) {
    const children = [new TextRun({ ...FACE.page, children: number })];
    return new Footer({ children: [new Paragraph({ alignment, indent, spacing: FOOTER_LINE, children })] });
  }
  const printed = `${CODE_LABEL} ${code}`;
  const isOdd = alignment === AlignmentType.RIGHT;
  const children = isOdd
    ? [new TextRun({ ...FACE.code, text: printed }), new TextRun({ ...FACE.page, children: [new Tab(), ...number] })]
    : [new TextRun({ ...FACE.page, children: number }), new TextRun({ ...FACE.code, children: [new Tab(), printed] })];
  const tabStops = [{ type: TabStopType.RIGHT, position: FOOTER_TAB - (isOdd ? 280 : 0) }];
  const paragraph = new Paragraph({ indent: isOdd ? {} : indent, tabStops, spacing: FOOTER_LINE, children });
  return new Footer({ children: [paragraph] });
}
