import type { Glyph, Line } from './break-lines.ts';
import type { Encoder } from './embed.ts';
import type { Face } from './fonts.ts';

/** What is drawn on one page, in points from its upper left corner. */
export interface Canvas {
  /** Draws a line whose first glyph begins at `x`, on the base line `y`, `tracking` between its glyphs. */
  text(line: Line, x: number, y: number, tracking: number): void;
  rule(x1: number, y1: number, x2: number, y2: number): void;
  /** The page's content stream. */
  content(): string;
}

/** Red for what was struck, blue for what was put in; the strokes say the same where there is no colour. */
const INK = { plain: '0 g', delete: '0.75 0 0 rg', insert: '0 0.2 0.8 rg' } as const;
const STROKE = { plain: '0 G', delete: '0.75 0 0 RG', insert: '0 0.2 0.8 RG' } as const;
/** How far above the base line a stroke lies, in sizes. */
const RAISED = { delete: 0.33, insert: -0.14 } as const;

export function canvas(height: number, encoder: Encoder): Canvas {
  const ops: string[] = [];
  const rule = (x1: number, y1: number, x2: number, y2: number): void => {
    ops.push(`${n(x1)} ${n(height - y1)} m ${n(x2)} ${n(height - y2)} l S`);
  };
  return {
    text(line, x, y, tracking) {
      let at = x;
      for (const run of runsOf(line.glyphs)) {
        const [first] = run;
        if (first === undefined) continue;
        const { span } = first;
        const codes = run.map(({ face, char }) => encoder.code(face, char)).join('');
        ops.push(
          `BT ${INK[span.mark ?? 'plain']} /${fontName(first.face)} ${n(span.size)} Tf ${n(tracking)} Tc ` +
            `${n(at)} ${n(height - y)} Td <${codes}> Tj ET`,
        );
        const width = run.reduce((sum, glyph) => sum + glyph.width + tracking, 0);
        if (span.mark !== undefined) {
          const level = y - RAISED[span.mark] * span.size;
          ops.push(`${STROKE[span.mark]} ${n(span.size / 16)} w`);
          rule(at, level, at + width - tracking, level);
          ops.push(`${STROKE.plain} 0.5 w`);
        }
        at += width;
      }
    },
    rule,
    content: () => `0.5 w\n${ops.join('\n')}\n`,
  };
}

/** The name of a font among a page's resources. */
export function fontName(face: Face): string {
  return `F${face}`;
}

/** Neighbours in the same font and of the same stretch are drawn at once. */
function runsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    if (run?.[0]?.face === glyph.face && run[0].span === glyph.span) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/** A number of at most three decimals: the same on every machine. */
export function n(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
