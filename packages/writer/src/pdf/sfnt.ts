/** What drawing needs to know of a TrueType font. Measures are in thousandths of the size. */
export interface Metrics {
  readonly glyphs: ReadonlyMap<number, number>;
  readonly widthOf: (glyph: number) => number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly number[];
}

/**
 * Reads the tables head, hhea, hmtx and cmap (formats 4 and 12) of a TrueType font, by the OpenType specification.
 *
 * @throws Error where one of them is missing: the fonts are the program's own.
 */
export function readMetrics(font: Uint8Array): Metrics {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = tablesOf(view);
  const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')];
  const thousandths = (value: number): number => Math.round((value * 1000) / view.getUint16(head + 18));
  const measured = view.getUint16(hhea + 34);
  return {
    glyphs: readGlyphs(view, table('cmap')),
    // The glyphs behind the last that is measured are as wide as it.
    widthOf: (glyph) => thousandths(view.getUint16(hmtx + 4 * Math.min(glyph, measured - 1))),
    ascent: thousandths(view.getInt16(hhea + 4)),
    descent: thousandths(view.getInt16(hhea + 6)),
    box: [36, 38, 40, 42].map((at) => thousandths(view.getInt16(head + at))),
  };
}

function tablesOf(view: DataView): (tag: string) => number {
  const offsets = new Map<string, number>();
  for (let at = 12; at < 12 + 16 * view.getUint16(4); at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)));
    offsets.set(tag, view.getUint32(at + 8));
  }
  return (tag) => {
    const offset = offsets.get(tag);
    if (offset === undefined) throw new Error(`the font has no table ${tag}`);
    return offset;
  };
}

/** Every code point that the font can draw, with its glyph. */
function readGlyphs(view: DataView, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    const format = view.getUint16(at);
    if (format === 4) readSegments(view, at, glyphs);
    else if (format === 12) readGroups(view, at, glyphs);
  }
  return glyphs;
}

function readSegments(view: DataView, at: number, glyphs: Map<number, number>): void {
  const size = view.getUint16(at + 6);
  for (let segment = 0; segment < size; segment += 2) {
    const end = view.getUint16(at + 14 + segment);
    const start = view.getUint16(at + 16 + size + segment);
    const delta = view.getUint16(at + 16 + 2 * size + segment);
    const place = at + 16 + 3 * size + segment;
    const offset = view.getUint16(place);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph = offset === 0 ? code : view.getUint16(place + offset + 2 * (code - start));
      if (glyph !== 0) glyphs.set(code, (glyph + delta) & 0xffff);
    }
  }
}

function readGroups(view: DataView, at: number, glyphs: Map<number, number>): void {
  for (let group = at + 16; group < at + 16 + 12 * view.getUint32(at + 12); group += 12) {
    const [start, end, glyph] = [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)];
    for (let code = start; code <= end; code++) glyphs.set(code, glyph + code - start);
  }
}
