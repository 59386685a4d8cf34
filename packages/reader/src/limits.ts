/** How much of a document is taken in. Beyond these it is refused before it can cost time or memory. */
export const LIMITS = {
  /** Bytes of the file. */
  bytes: 10 * 1024 * 1024,
  /** Bytes that all parts of a .docx unpack to, counted while they are unpacked. */
  inflatedBytes: 20 * 1024 * 1024,
  /** Parts in a .docx. */
  parts: 500,
  /** Elements in all parts that are read, and how deep they may be nested. */
  elements: 300_000,
  depth: 256,
  /** UTF-16 units and lines of the text. */
  characters: 2_000_000,
  lines: 50_000,
} as const;
