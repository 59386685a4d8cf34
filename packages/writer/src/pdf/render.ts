import { ok, type Result } from '@dingben/kernel';
import { CODE_LABEL, CREATOR, momentOf, type DocumentMeta } from '../meta.ts';
import { assertWritable } from '../writable.ts';
import type { Layout, Page, Paragraph, Span } from './blocks.ts';
import { writeBookmarks } from './bookmarks.ts';
import { breakLines } from './break-lines.ts';
import { fontName, n } from './canvas.ts';
import { compose } from './compose.ts';
import { encoder } from './embed.ts';
import type { Flow } from './flow.ts';
import { loadFonts, type Face, type Fonts, type FontSource } from './fonts.ts';
import { objects, textString } from './objects.ts';

/** 四号. */
const NUMBER_SIZE = 14;
/** 五号. */
const MARK_SIZE = 10.5;
/** 小五. */
const CODE_SIZE = 9;
/** From the edge of the area to the foot of the page number's line, and from the side edge to it: 7 mm and one character. */
const NUMBER_BELOW = (7 / 25.4) * 72;

/**
 * A layout as a PDF file with its fonts in it, the same bytes for the same layout and `meta`.
 *
 * Refuses with `document.character-missing` where no font has a character.
 *
 * @throws RangeError where a text holds a code point that stored text may not hold.
 */
export async function render(layout: Layout, source: FontSource, meta: DocumentMeta): Promise<Result<Uint8Array>> {
  const loaded = await loadFonts(textsOf(layout, meta), source);
  if (!loaded.ok) return loaded;
  const fonts = loaded.value;
  const codes = encoder(fonts);
  const flow = compose(layout, fonts, codes);
  flow.canvases.forEach((_, index) => {
    drawFoot(index, { text: `— ${index + 1} —`, face: 'song', size: NUMBER_SIZE }, 'outer', flow, fonts);
    if (meta.code !== undefined)
      drawFoot(index, { text: printedCode(meta.code), face: 'song', size: CODE_SIZE }, 'inner', flow, fonts);
    if (meta.draft !== undefined) drawDraftMark(meta.draft, index, flow, fonts);
  });
  const to = objects();
  const fontObjects = [...codes.embed(to)].map(([face, number]) => `/${fontName(face)} ${number} 0 R`);
  const resources = to.add(`<</Font<<${fontObjects.join('')}>>>>`);
  const tree = to.reserve();
  const { width, height } = layout.page;
  const pages = flow.canvases.map((canvas) => {
    const content = to.addStream(canvas.content());
    return to.add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 ${n(width)} ${n(height)}]/Resources ${resources} 0 R/Contents ${content} 0 R>>`,
    );
  });
  to.add(`<</Type/Pages/Kids[${pages.map((page) => `${page} 0 R`).join(' ')}]/Count ${pages.length}>>`, tree);
  const outlines = writeBookmarks(flow.bookmarks, pages, height, to);
  const catalog = to.add(
    `<</Type/Catalog/Pages ${tree} 0 R/Lang(zh-CN)/ViewerPreferences<</DisplayDocTitle true>>` +
      (outlines === null ? '>>' : `/Outlines ${outlines} 0 R/PageMode/UseOutlines>>`),
  );
  return ok(to.finish(catalog, to.add(information(layout.title, meta))));
}

function information(title: string, meta: DocumentMeta): string {
  const moment = `(D:${momentOf(meta).replaceAll(/[-T:]/g, '')})`;
  const creator = textString(CREATOR);
  return `<</Title${textString(title)}/Creator${creator}/Producer${creator}/CreationDate${moment}/ModDate${moment}>>`;
}

function printedCode(code: string): string {
  return `${CODE_LABEL} ${code}`;
}

/** Every text in the face in which it is to be drawn, the foot of the page included. */
function textsOf({ blocks }: Layout, { draft = '', code }: DocumentMeta): Map<Face, string> {
  const texts = new Map<Face, Set<string>>([
    ['song', new Set(`— 0123456789${draft}${code === undefined ? '' : printedCode(code)}`)],
  ]);
  for (const { text, face } of blocks.flatMap(spansOf)) {
    assertWritable(text);
    const known = texts.get(face) ?? new Set<string>();
    for (const char of text) known.add(char);
    texts.set(face, known);
  }
  return new Map([...texts].map(([face, chars]) => [face, [...chars].join('')]));
}

function spansOf(block: Layout['blocks'][number]): readonly Span[] {
  const paragraphs: readonly Paragraph[] = 'spans' in block ? [block] : [...block.heading, ...block.rows.flat(2)];
  return paragraphs.flatMap(({ spans }) => spans);
}

/**
 * One line at the foot of a page: the number at the outer edge, a character away from it (right of odd pages, left of even
 * ones), the code at the inner edge.
 */
function drawFoot(index: number, span: Span, edge: 'outer' | 'inner', flow: Flow, fonts: Fonts): void {
  const { page } = flow;
  const paragraph: Paragraph = { spans: [span], align: 'left', indent: 0, leading: span.size, tracking: 0 };
  const [line] = breakLines(paragraph, page.width, fonts);
  if (line === undefined) return;
  const isRight = (index % 2 === 0) === (edge === 'outer');
  const away = edge === 'outer' ? NUMBER_SIZE : 0;
  const x = isRight ? page.width - page.margin.right - away - line.width : page.margin.left + away;
  flow.canvases[index]?.text(line, x, numberLine(page), 0);
}

/** In the middle above the text, on every page: a single sheet of a draft says what it is. */
function drawDraftMark(draft: string, index: number, flow: Flow, fonts: Fonts): void {
  const { page } = flow;
  const span: Span = { text: draft, face: 'song', size: MARK_SIZE };
  const paragraph: Paragraph = { spans: [span], align: 'left', indent: 0, leading: MARK_SIZE, tracking: 0 };
  const [line] = breakLines(paragraph, page.width, fonts);
  if (line !== undefined) flow.canvases[index]?.text(line, (page.width - line.width) / 2, page.margin.top / 2, 0);
}

function numberLine({ height, margin }: Page): number {
  return height - margin.bottom + NUMBER_BELOW + NUMBER_SIZE / 2;
}
