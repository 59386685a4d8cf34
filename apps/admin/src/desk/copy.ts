/** Puts a text on the clipboard. Rejects where the browser refuses it: it has none on pages served over plain http. */
export async function copyText(text: string): Promise<void> {
  // The types say that it is always there.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) throw new Error('no clipboard');
  await clipboard.writeText(text);
}
