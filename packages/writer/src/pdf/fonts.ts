import { ok, refuse, type Result } from '@dingben/kernel';
import subsetFont from 'subset-font';
import { characterName } from './coverage.ts';
import { readMetrics, type Metrics } from './sfnt.ts';

/**
 * The faces of a document, and the file of each: free fonts (SIL Open Font License) in the manner of the official ones, which may
 * not be handed on: 思源宋体 for 仿宋 and, bold, for 小标宋; 思源黑体 for 黑体; 霞鹜文楷 for 楷体, and for every character that the others lack.
 */
const FILES = {
  song: '@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-400-normal.woff2',
  bold: '@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-700-normal.woff2',
  hei: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-500-normal.woff2',
  kai: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2',
} as const;
export type Face = keyof typeof FILES;

/** Gives the bytes of a font by the name of its file within its package: reading is the caller's matter. */
export type FontSource = (file: string) => Promise<Uint8Array>;

const NAMES: Readonly<Record<Face, string>> = {
  song: 'AAAAAA+NotoSerifSC-Regular',
  bold: 'BBBBBB+NotoSerifSC-Bold',
  hei: 'CCCCCC+NotoSansSC-Medium',
  kai: 'DDDDDD+LXGWWenKai-Regular',
};

/** The part of a font that a document needs. */
export interface Font {
  readonly name: string;
  readonly file: Uint8Array;
  readonly metrics: Metrics;
}

/** The fonts that a document uses, and which of them draws a character in a face. */
export interface Fonts {
  readonly used: ReadonlyMap<Face, Font>;
  readonly faceOf: (char: string, face: Face) => Face;
}

/** Tabs and carriage returns are drawn as the blanks that they are. */
const BLANKS = new Set(['\t', '\r']);
export function drawn(char: string): string {
  return BLANKS.has(char) ? ' ' : char;
}

/**
 * Cuts from each font what the texts need. A character that its face lacks is drawn in the face that has the most.
 *
 * Refuses with `document.character-missing` (`characters`, `count`) where no font has one: it would vanish on paper.
 */
export async function loadFonts(texts: ReadonlyMap<Face, string>, source: FontSource): Promise<Result<Fonts>> {
  const used = new Map<Face, Font>();
  const lacking = new Set(texts.get('kai') ?? '');
  for (const [face, text] of texts) {
    if (face === 'kai') continue;
    const font = await cut(face, text, source);
    used.set(face, font);
    for (const char of text) if (!has(font, char)) lacking.add(char);
  }
  if (lacking.size > 0) used.set('kai', await cut('kai', [...lacking].join(''), source));
  const missing = [...lacking].filter((char) => !has(used.get('kai'), char));
  if (missing.length > 0) {
    const characters = missing.map(characterName).join('、');
    return refuse('document.character-missing', { characters, count: missing.length });
  }
  return ok({ used, faceOf: (char, face) => (has(used.get(face), char) ? face : 'kai') });
}

function has(font: Font | undefined, char: string): boolean {
  return font?.metrics.glyphs.has(drawn(char).codePointAt(0) ?? 0) === true;
}

/** The names that say whose the font is and under which licence (0, 13, 14) stay in it. */
async function cut(face: Face, text: string, source: FontSource): Promise<Font> {
  const chars = [...new Set(text), ' '].map(drawn).join('');
  const file = new Uint8Array(
    await subsetFont(Buffer.from(await source(FILES[face])), chars, {
      targetFormat: 'truetype',
      preserveNameIds: [0, 13, 14],
      noLayoutClosure: true,
    }),
  );
  return { name: NAMES[face], file, metrics: readMetrics(file) };
}
