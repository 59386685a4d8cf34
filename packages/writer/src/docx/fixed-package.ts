import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipParts } from '../fixed-zip.ts';

/**
 * The same package with every trace of when it was made put to a given moment: `docx` writes the clock into
 * docProps/core.xml, and the archive carries a time for each entry.
 *
 * @param moment ISO 8601 with seconds and Z.
 */
export function fixPackage(archive: Uint8Array, moment: string): Uint8Array {
  const parts = unzipSync(archive);
  const core = parts['docProps/core.xml'] ?? new Uint8Array();
  return zipParts({ ...parts, 'docProps/core.xml': strToU8(fixTimes(strFromU8(core), moment)) });
}

function fixTimes(xml: string, moment: string): string {
  return ['created', 'modified'].reduce((text, name) => {
    const end = text.indexOf(`</dcterms:${name}>`);
    const start = text.lastIndexOf('>', end) + 1;
    return end < 0 ? text : text.slice(0, start) + moment + text.slice(end);
  }, xml);
}
