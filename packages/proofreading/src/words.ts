/** The longest of `words` that stands at a place, or undefined. */
export function longestAt(text: string, at: number, words: readonly string[]): string | undefined {
  let best: string | undefined;
  for (const word of words) if (word.length > (best?.length ?? 0) && text.startsWith(word, at)) best = word;
  return best;
}
