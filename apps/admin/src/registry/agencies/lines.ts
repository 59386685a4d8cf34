/** Names as they are typed, one a line; blank lines are none. */
export function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
