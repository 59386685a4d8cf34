export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f
  );
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** The longest of `words` that stands at a place, or undefined. */
export function longestAt(text: string, at: number, words: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const word of words) if (word.length > (best?.length ?? 0) && text.startsWith(word, at)) best = word;
  return best;
}
