import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { refuse, ok, type Result } from '@dingben/kernel';
import { entries, sections, type Outline } from '@dingben/outline';
import { read, readJson, type KnownHeading } from '@dingben/reader';
import { root } from './root.ts';

/** Where the bundled standards lie, each text with the headings that its source is known to have lost. */
const SEED = join(root, 'prisma', 'seed');
const HEADINGS = '.headings.json';

/**
 * The outline of a file: `.json` is the exchange form, anything else the text of an official document in UTF-8. A bundled
 * text, or another edition made from it, is known by its title and gets its lost headings back.
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
  const knownHeadings = await knownHeadingsOf(plain);
  return knownHeadings.length === 0 ? plain : read(text, { knownHeadings });
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
