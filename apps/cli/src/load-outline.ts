import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { refuse, ok, type Result } from '@dingben/kernel';
import { entries, sections, type Outline } from '@dingben/outline';
import { read, readDocument, type Encoding, type KnownHeading, type ReadDocument } from '@dingben/reader';
import { root } from './root.ts';

/** Where the bundled standards lie, each text with the headings that its source is known to have lost. */
const SEED = join(root, 'prisma', 'seed');
const HEADINGS = '.headings.json';

/**
 * Reads a file: `.docx`, `.json` (the exchange form), or anything else as the text of an official document. A bundled text, or
 * another edition made from it, is known by its title and gets its lost headings back.
 *
 * @param cwd where a relative path starts.
 * Refuses with `cli.file-unreadable`, `cli.file-empty` (nothing in it that is an entry) or a code of the reader's `DOCUMENT_CODES`.
 */
export async function loadDocument(file: string, cwd: string, encoding?: Encoding): Promise<Result<ReadDocument>> {
  const bytes = await readFile(resolve(cwd, file)).catch(() => null);
  if (bytes === null) return refuse('cli.file-unreadable', { file });
  const input = { bytes, name: file, ...(encoding !== undefined && { encoding }) };
  const plain = readDocument(input);
  if (!plain.ok) return refuse(plain.problem.code, { ...plain.problem.params, file });
  if (!hasEntries(plain.value.outline)) return refuse('cli.file-empty', { file });
  const knownHeadings = plain.value.form === 'json' ? [] : await knownHeadingsOf(plain.value.outline);
  return knownHeadings.length === 0 ? plain : readDocument({ ...input, knownHeadings });
}

/** The outline of a file, where nothing else of it is asked for. */
export async function loadOutline(file: string, cwd: string): Promise<Result<Outline>> {
  const loaded = await loadDocument(file, cwd);
  return loaded.ok ? ok(loaded.value.outline) : loaded;
}

interface HeadingsFile {
  readonly title: string;
  readonly headings: readonly KnownHeading[];
}

/**
 * The headings that are known to be lost from this text: those of the bundled text with its title; or, for another edition of
 * the same standard, those that it has not either, each before the service of the same title. Otherwise all that stands under
 * a lost heading would seem to have moved.
 */
export async function knownHeadingsOf(outline: Outline): Promise<readonly KnownHeading[]> {
  for (const name of await readdir(SEED)) {
    if (!name.endsWith(HEADINGS)) continue;
    // A file of this repository, whose form the reader's tests hold.
    const known = JSON.parse(await readFile(join(SEED, name), 'utf8')) as HeadingsFile;
    if (known.title === outline.title) return known.headings;
    if (standardOf(known.title) !== standardOf(outline.title)) continue;
    const bundled = read(await readFile(join(SEED, name.replace(HEADINGS, '.txt')), 'utf8'));
    return relocated(known.headings, bundled, outline);
  }
  return [];
}

/** The title without its edition: 北京市基本公共服务实施标准 of …（2023年版）（征求意见稿）. */
function standardOf(title: string): string {
  const bracket = title.indexOf('（');
  return bracket === -1 ? title : title.slice(0, bracket);
}

function relocated(headings: readonly KnownHeading[], bundled: Outline, outline: Outline): KnownHeading[] {
  const present = new Set([...sections(outline)].map(({ section }) => `${section.kind} ${section.title}`));
  const titles = new Map(
    [...entries(bundled)].flatMap(({ entry, depth }) => (depth === 0 ? [[entry.number, entry.title]] : [])),
  );
  const numbers = new Map(
    [...entries(outline)].flatMap(({ entry, depth }) => (depth === 0 ? [[entry.title, entry.number]] : [])),
  );
  return headings.flatMap((heading) => {
    const beforeEntry = numbers.get(titles.get(heading.beforeEntry) ?? '');
    if (beforeEntry === undefined || present.has(`${heading.kind} ${heading.title}`)) return [];
    return [{ ...heading, beforeEntry }];
  });
}

function hasEntries(outline: Outline): boolean {
  return entries(outline).next().done !== true;
}
