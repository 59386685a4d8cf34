import type { Paragraph, Span } from './blocks.ts';
import { drawn, type Face, type Fonts } from './fonts.ts';

/** A character where it stands in its line. */
export interface Glyph {
  readonly char: string;
  readonly face: Face;
  readonly width: number;
  readonly span: Span;
}

export interface Line {
  readonly glyphs: readonly Glyph[];
  /** Of the glyphs and the tracking between them, without what hangs over the end. */
  readonly width: number;
  readonly isLast: boolean;
}

const CLOSING = new Set('，。、；：？！）》〉」』】〕﹞｝％…—·’”℃,.;:?!)]}%>');
const OPENING = new Set('（《〈「『【〔﹝｛‘“([{<');
type Overhang = (glyph: Glyph) => number;

/** Where both edges are straight, stops hang over the end of a line; of closing brackets, the blank half does. */
const HANGING = new Set('，。、；：');
const HALF_BLANK = new Set('）》〉」』】〕﹞｝');

/** The lines of a paragraph in a given width, by the rules of Chinese typesetting: no closing mark begins a line, no opening mark ends one. */
export function breakLines(paragraph: Paragraph, width: number, fonts: Fonts): Line[] {
  const glyphs = paragraph.spans.flatMap((span) => glyphsOf(span, fonts));
  const over = paragraph.align === 'justify' ? overhang : (): number => 0;
  const lines: Line[] = [];
  let start = 0;
  do {
    const room = lines.length === 0 ? width - paragraph.indent : width;
    const end = lineEnd(glyphs, start, room, paragraph.tracking, over);
    const inLine = glyphs.slice(start, end);
    lines.push({ glyphs: inLine, width: widthOf(inLine, paragraph.tracking, over), isLast: end === glyphs.length });
    start = end;
  } while (start < glyphs.length);
  return lines;
}

function glyphsOf(span: Span, fonts: Fonts): Glyph[] {
  return Array.from(span.text, (char) => {
    const face = fonts.faceOf(char, span.face);
    const metrics = fonts.used.get(face)?.metrics;
    const glyph = metrics?.glyphs.get(drawn(char).codePointAt(0) ?? 0) ?? 0;
    return { char, face, span, width: ((metrics?.widthOf(glyph) ?? 0) * span.size) / 1000 };
  });
}

/** The index behind the last glyph of the line that begins at `start`: at least one, whatever the room. */
function lineEnd(glyphs: readonly Glyph[], start: number, room: number, tracking: number, over: Overhang): number {
  let [width, broken] = [0, start];
  for (let at = start; at < glyphs.length; at++) {
    const glyph = glyphs[at];
    if (glyph === undefined) break;
    width += glyph.width + (at > start ? tracking : 0);
    if (width - over(glyph) > room + 0.01) return broken > start ? broken : Math.max(at, start + 1);
    if (mayBreak(glyph.char, glyphs[at + 1]?.char)) broken = at + 1;
  }
  return glyphs.length;
}

function widthOf(glyphs: readonly Glyph[], tracking: number, over: Overhang): number {
  const last = glyphs.at(-1);
  if (last === undefined) return 0;
  return glyphs.reduce((sum, glyph) => sum + glyph.width, 0) + tracking * (glyphs.length - 1) - over(last);
}

/** How much of a glyph stands beyond the end of a line that it closes. */
function overhang({ char, width }: Glyph): number {
  if (HANGING.has(char)) return width;
  return HALF_BLANK.has(char) ? width / 2 : 0;
}

function mayBreak(before: string, after: string | undefined): boolean {
  if (after === undefined) return true;
  if (OPENING.has(before) || CLOSING.has(after)) return false;
  return !(isOfWord(before) && isOfWord(after));
}

/** Letters and digits stay together, and so do the marks within numbers and codes: 35-64, GB/T 33527. */
function isOfWord(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  return code > 0x20 && code < 0x2000;
}
