import type { Page, Paragraph } from './blocks.ts';
import type { Line } from './break-lines.ts';
import { canvas, type Canvas } from './canvas.ts';
import type { Encoder } from './embed.ts';
import type { Fonts } from './fonts.ts';

export interface Bookmark {
  readonly level: number;
  readonly title: string;
  /** Index of the page, and points from its upper edge. */
  readonly page: number;
  readonly top: number;
}

/** The pages as they fill. */
export interface Flow {
  readonly page: Page;
  readonly fonts: Fonts;
  readonly bookmarks: Bookmark[];
  readonly canvases: Canvas[];
  /** Points from the upper edge to where the next line begins. */
  top: number;
}

export function areaWidth({ width, margin }: Page): number {
  return width - margin.left - margin.right;
}

/** Points that are left on the page. */
export function roomLeft({ page, top }: Flow): number {
  // A hundredth forgives what is lost by rounding.
  return page.height - page.margin.bottom - top + 0.01;
}

export function nextPage(flow: Flow, encoder: Encoder): void {
  flow.canvases.push(canvas(flow.page.height, encoder));
  flow.top = flow.page.margin.top;
}

/** Draws one line of a paragraph into a box, on the page that is being filled. */
export function drawLine(
  { align, indent, leading, tracking }: Paragraph,
  line: Line,
  isFirst: boolean,
  box: { readonly x: number; readonly top: number; readonly width: number },
  flow: Flow,
): void {
  const size = line.glyphs[0]?.span.size ?? 0;
  const left = isFirst ? indent : 0;
  const slack = box.width - left - line.width;
  const gaps = Math.max(1, line.glyphs.length - 1);
  const isFilled = align === 'justify' && !line.isLast;
  const x = box.x + left + (align === 'centre' ? slack / 2 : 0);
  // The base line of Chinese type lies about an eighth of the size above the foot of its square.
  const base = box.top + (leading + size) / 2 - size / 8;
  flow.canvases.at(-1)?.text(line, x, base, tracking + (isFilled ? slack / gaps : 0));
}
