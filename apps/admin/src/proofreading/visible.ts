/** Blanks drawn so that they can be seen. */
export function visible(text: string): string {
  return text
    .replaceAll(' ', '␣')
    .replaceAll('\u00a0', '␣')
    .replaceAll('\u3000', '□')
    .replaceAll('\t', '⇥')
    .replaceAll('\n', '⏎');
}
