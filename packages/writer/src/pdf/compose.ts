import type { Block, Layout, Paragraph } from './blocks.ts';
import { breakLines, type Line } from './break-lines.ts';
import { drawTable } from './compose-table.ts';
import type { Encoder } from './embed.ts';
import { areaWidth, drawLine, nextPage, roomLeft, type Flow } from './flow.ts';
import type { Fonts } from './fonts.ts';

/** Lays blocks on as many pages as they need. */
export function compose(layout: Layout, fonts: Fonts, encoder: Encoder): Flow {
  const { page, blocks } = layout;
  const flow: Flow = { page, fonts, bookmarks: [], canvases: [], top: Infinity };
  const lines = blocks.map((block) => (isParagraph(block) ? breakLines(block, areaWidth(page), fonts) : []));
  for (const [index, block] of blocks.entries()) {
    if (!isParagraph(block)) {
      drawTable(block, flow, encoder);
      continue;
    }
    if (block.keepNext === true && neededFrom(blocks, lines, index) > roomLeft(flow)) nextPage(flow, encoder);
    drawParagraph(block, lines[index] ?? [], flow, encoder);
  }
  if (flow.canvases.length === 0) nextPage(flow, encoder);
  return flow;
}

/** A heading needs the lines of all headings that follow it at once, and the first line of the text below. */
function neededFrom(blocks: readonly Block[], lines: readonly (readonly Line[])[], from: number): number {
  let needed = 0;
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined || !isParagraph(block)) break;
    if (block.keepNext !== true) return needed + block.leading;
    needed += block.leading * (lines[index]?.length ?? 0);
  }
  return needed;
}

function drawParagraph(paragraph: Paragraph, lines: readonly Line[], flow: Flow, encoder: Encoder): void {
  for (const [index, line] of lines.entries()) {
    if (paragraph.leading > roomLeft(flow)) nextPage(flow, encoder);
    if (index === 0 && paragraph.bookmark !== undefined)
      flow.bookmarks.push({ ...paragraph.bookmark, page: flow.canvases.length - 1, top: flow.top });
    drawLine(
      paragraph,
      line,
      index === 0,
      { x: flow.page.margin.left, top: flow.top, width: areaWidth(flow.page) },
      flow,
    );
    flow.top += paragraph.leading;
  }
  flow.top += paragraph.after ?? 0;
}

function isParagraph(block: Block): block is Paragraph {
  return 'spans' in block;
}
