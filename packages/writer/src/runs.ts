/** A stretch of text, marked where it was struck or put in, or where it names what follows. */
export interface Run {
  readonly text: string;
  readonly mark?: 'delete' | 'insert' | 'label';
}

/** Runs as paragraphs: a line feed ends one, in whatever run it stands. */
export function paragraphsOf(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      if (text !== '') paragraphs.at(-1)?.push({ ...run, text });
    }
  }
  return paragraphs;
}
