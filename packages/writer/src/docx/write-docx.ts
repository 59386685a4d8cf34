import type { Outline } from '@dingben/outline';
import type { DocumentMeta } from '../meta.ts';
import { writeText } from '../text.ts';
import { assertWritable } from '../writable.ts';
import { GRID, PAGE } from './layout.ts';
import { pack } from './pack.ts';
import { documentParagraphs } from './paragraphs.ts';

/**
 * The outline as an Office Open XML document in the layout of official documents: the bytes are the same for the same
 * outline and `meta`, wherever and whenever they are written.
 *
 * @throws RangeError where the text holds a code point that stored text may not hold: XML cannot carry all of them.
 */
export async function writeDocx(outline: Outline, meta: DocumentMeta = {}): Promise<Uint8Array> {
  assertWritable(writeText(outline));
  const children = documentParagraphs(outline);
  return pack({ title: outline.title, properties: { page: PAGE, grid: GRID }, children }, meta);
}
