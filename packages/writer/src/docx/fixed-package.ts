import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The first day that a ZIP archive can name: entries carry no time of their making. */
const ZIP_EPOCH = new Date(1980, 0, 1);

/**
 * The same package with every trace of when it was made put to a given moment: `docx` writes the clock into
 * docProps/core.xml, and the archive carries a time for each entry. Entries are put in the order of their names.
 *
 * @param moment ISO 8601 with seconds and Z.
 */
export function fixPackage(archive: Uint8Array, moment: string): Uint8Array {
  const files = unzipSync(archive);
  const fixed: Zippable = {};
  // The list of content types comes first, where readers that stream look for it.
  const names = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  for (const name of names) {
    const bytes = files[name] ?? new Uint8Array();
    const content = name === 'docProps/core.xml' ? strToU8(fixTimes(strFromU8(bytes), moment)) : bytes;
    fixed[name] = [content, { mtime: ZIP_EPOCH, level: 9 }];
  }
  return zipSync(fixed);
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}

function fixTimes(xml: string, moment: string): string {
  return ['created', 'modified'].reduce((text, name) => {
    const end = text.indexOf(`</dcterms:${name}>`);
    const start = text.lastIndexOf('>', end) + 1;
    return end < 0 ? text : text.slice(0, start) + moment + text.slice(end);
  }, xml);
}
