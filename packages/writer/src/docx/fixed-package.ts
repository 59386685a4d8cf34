import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zipParts } from '../fixed-zip.ts';
import { XML_DECLARATION } from '../xml.ts';
import { FALL_BACKS } from './layout.ts';

/**
 * The same package with every trace of when it was made put to a given moment: `docx` writes the clock into
 * docProps/core.xml, and the archive carries a time for each entry. The fall-backs of the faces are put in on the way.
 *
 * @param moment ISO 8601 with seconds and Z.
 */
export function fixPackage(archive: Uint8Array, moment: string): Uint8Array {
  const parts = unzipSync(archive);
  const core = parts['docProps/core.xml'] ?? new Uint8Array();
  return zipParts({
    ...parts,
    'docProps/core.xml': strToU8(fixTimes(strFromU8(core), moment)),
    'word/fontTable.xml': strToU8(fontTable()),
  });
}

/** What to take where a face is missing: the library writes a table without a face. 86 is the character set of simplified Chinese. */
function fontTable(): string {
  const fonts = Object.entries(FALL_BACKS).map(
    ([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/><w:charset w:val="86"/></w:font>`,
  );
  return `${XML_DECLARATION}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}

function fixTimes(xml: string, moment: string): string {
  return ['created', 'modified'].reduce((text, name) => {
    const end = text.indexOf(`</dcterms:${name}>`);
    const start = text.lastIndexOf('>', end) + 1;
    return end < 0 ? text : text.slice(0, start) + moment + text.slice(end);
  }, xml);
}
