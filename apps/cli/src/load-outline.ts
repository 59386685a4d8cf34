import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { refuse, ok, type Result } from '@dingben/kernel';
import type { Outline } from '@dingben/outline';
import { read, readJson, type KnownHeading } from '@dingben/reader';
import { root } from './root.ts';

/** Where the bundled standards lie, each text with the headings that its source is known to have lost. */
const SEED = join(root, 'prisma', 'seed');

/**
 * The outline of a file: `.json` is the exchange form, anything else the text of an official document in UTF-8. A bundled
 * text is known by its title and gets its lost headings back.
 *
 * @param cwd where a relative path starts.
 * Refuses with `cli.file-unreadable`, `cli.file-encoding`, `cli.file-empty` (nothing in it that is an entry) or the reader's codes for JSON.
 */
export async function loadOutline(file: string, cwd: string): Promise<Result<Outline>> {
  const bytes = await readFile(resolve(cwd, file)).catch(() => null);
  if (bytes === null) return refuse('cli.file-unreadable', { file });
  const text = decoded(bytes);
  if (text === null) return refuse('cli.file-encoding', { file });
  const outline = file.toLowerCase().endsWith('.json') ? readJson(text) : ok(await outlineOf(text));
  if (!outline.ok) return refuse(outline.problem.code, { ...outline.problem.params, file });
  return hasEntries(outline.value) ? outline : refuse('cli.file-empty', { file });
}

/** Null where the bytes are not UTF-8: a text guessed from another encoding would not be the text. */
function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function outlineOf(text: string): Promise<Outline> {
  const plain = read(text);
  const knownHeadings = await knownHeadingsOf(plain.title);
  return knownHeadings.length === 0 ? plain : read(text, { knownHeadings });
}

interface HeadingsFile {
  readonly title: string;
  readonly headings: readonly KnownHeading[];
}

/** The headings that are known to be lost from the text with this title; none for a text that is not bundled. */
export async function knownHeadingsOf(title: string): Promise<readonly KnownHeading[]> {
  for (const name of await readdir(SEED)) {
    if (!name.endsWith('.headings.json')) continue;
    // A file of this repository, whose form the reader's tests hold.
    const known = JSON.parse(await readFile(join(SEED, name), 'utf8')) as HeadingsFile;
    if (known.title === title) return known.headings;
  }
  return [];
}

function hasEntries({ sections }: Pick<Outline, 'sections'>): boolean {
  return sections.some(
    (section) => (section.entries ?? []).length > 0 || hasEntries({ sections: section.sections ?? [] }),
  );
}
