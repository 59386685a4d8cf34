/** Characters of the symbol fonts that official documents use, by font and code (0xF000 taken off). */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  Symbol: { 0xb7: '•', 0xb3: '≥', 0xa3: '≤', 0xb1: '±', 0xb4: '×', 0xb8: '÷', 0xb0: '°', 0xb9: '≠', 0xa5: '∞' },
  Wingdings: { 0x6c: '●', 0x6e: '■', 0x75: '◆', 0xa8: '□', 0x6f: '□', 0xfc: '✓', 0xfe: '☑', 0xd8: '➢', 0x76: '❖' },
  'Wingdings 2': { 0x52: '☑', 0xa3: '□', 0x50: '✓' },
};

/** The character that a symbol font shows for a code; null where the font or the code is not known here. */
export function symbolOf(font: string, code: number): string | null {
  return SYMBOLS[font]?.[code >= 0xf000 ? code - 0xf000 : code] ?? null;
}
