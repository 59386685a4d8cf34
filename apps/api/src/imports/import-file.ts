import { read, readJson, type KnownHeading } from '@dingben/reader';
import type { Outline } from '@dingben/outline';
import { readFileSync } from 'node:fs';

/** What stands beside a text that lost headings when it was converted. */
interface HeadingsFile {
  readonly headings: readonly KnownHeading[];
}

/**
 * Reads a document: `.json` in the exchange form, anything else as the text of an official document. Throws where the
 * file is not UTF-8 or the JSON is not an outline.
 */
export function readOutlineFile(path: string, headingsPath?: string): Outline {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  if (path.endsWith('.json')) {
    const result = readJson(text);
    if (!result.ok)
      throw new Error(`${path} is no outline: ${result.problem.code} ${JSON.stringify(result.problem.params ?? {})}`);
    return result.value;
  }
  if (headingsPath === undefined) return read(text);
  // Written beside the source by us and part of the repository.
  const { headings } = JSON.parse(readFileSync(headingsPath, 'utf8')) as HeadingsFile;
  return read(text, { knownHeadings: headings });
}
