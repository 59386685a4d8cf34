import type { Face, Font, Fonts } from './fonts.ts';
import { drawn } from './fonts.ts';
import type { Objects } from './objects.ts';

/** The characters of a document as the codes by which its pages name them. */
export interface Encoder {
  /** The code of a character in a font, in hexadecimal. Every character has its own, also where two look the same. */
  code(face: Face, char: string): string;
  /** Writes the fonts and gives the object of each. */
  embed(to: Objects): Map<Face, number>;
}

export function encoder(fonts: Fonts): Encoder {
  const codes = new Map<Face, Map<string, number>>([...fonts.used.keys()].map((face) => [face, new Map()]));
  return {
    code(face, char) {
      const known = codes.get(face) ?? new Map<string, number>();
      let code = known.get(char);
      if (code === undefined) known.set(char, (code = known.size + 1));
      return hex(code);
    },
    embed(to) {
      return new Map([...fonts.used].map(([face, font]) => [face, embedFont(font, codes.get(face) ?? new Map(), to)]));
    },
  };
}

function embedFont({ name, file, metrics }: Font, codes: ReadonlyMap<string, number>, to: Objects): number {
  const glyphs = [...codes.keys()].map((char) => metrics.glyphs.get(drawn(char).codePointAt(0) ?? 0) ?? 0);
  const program = to.addStream(file, `/Length1 ${file.length}`);
  const { ascent, descent, box } = metrics;
  const descriptor = to.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[${box.join(' ')}]/ItalicAngle 0` +
      `/Ascent ${ascent}/Descent ${descent}/CapHeight ${ascent}/StemV 80/FontFile2 ${program} 0 R>>`,
  );
  const map = new Uint8Array(2 * (glyphs.length + 1));
  glyphs.forEach((glyph, index) => map.set([glyph >> 8, glyph & 0xff], 2 * (index + 1)));
  const toGlyphs = to.addStream(map);
  const widths = glyphs.map((glyph) => metrics.widthOf(glyph)).join(' ');
  const descendant = to.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
      `/FontDescriptor ${descriptor} 0 R/DW 1000/W[1[${widths}]]/CIDToGIDMap ${toGlyphs} 0 R>>`,
  );
  const toUnicode = to.addStream(unicodeMap([...codes.keys()]));
  return to.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
  );
}

/** The most lines that one block of a character map may have. */
const BLOCK = 100;

/** What a reader copies and searches: each code's character. */
function unicodeMap(chars: readonly string[]): string {
  const lines = chars.map((char, index) => `<${hex(index + 1)}><${[...utf16(char)].join('')}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += BLOCK) {
    const block = lines.slice(at, at + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return (
    '/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n' +
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n' +
    `1 begincodespacerange <0000><FFFF> endcodespacerange\n${blocks.join('')}` +
    'endcmap CMapName currentdict/CMap defineresource pop end end\n'
  );
}

function utf16(char: string): string[] {
  return Array.from({ length: char.length }, (_, at) => hex(char.charCodeAt(at)));
}

function hex(code: number): string {
  return code.toString(16).padStart(4, '0').toUpperCase();
}
