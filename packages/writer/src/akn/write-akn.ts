import type { Outline } from '@dingben/outline';
import { anchors } from '../anchors.ts';
import type { DocumentMeta } from '../meta.ts';
import { writeText } from '../text.ts';
import { assertWritable } from '../writable.ts';
import { XML_DECLARATION, xmlText } from '../xml.ts';
import { bodyXml } from './body.ts';
import { element, lines } from './element.ts';
import { identificationXml, keeperXml, lifecycleXml } from './identification.ts';
import { ontology } from './ontology.ts';

const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/**
 * The outline in Akoma Ntoso 3.0 (OASIS LegalDocML): an `act` whose chapters, sections, articles, paragraphs and containers are the
 * chapters, categories, services, items and provisions. Every text is exact; citations are `ref`, leading agencies `organization`.
 *
 * @throws RangeError where the text holds a code point that stored text may not hold.
 */
export function writeAkn(outline: Outline, meta: DocumentMeta = {}): string {
  assertWritable(writeText(outline));
  const terms = ontology();
  const anchor = anchors();
  const body = bodyXml(outline, terms, anchor);
  const references = element('references', { source: '#dingben' }, lines([...keeperXml(), ...terms.elements()]));
  const title = element('p', {}, element('docTitle', {}, xmlText(outline.title)));
  const act = element(
    'act',
    { name: 'standard', contains: 'originalVersion' },
    lines([
      element('meta', {}, lines([identificationXml(outline, meta), lifecycleXml(meta), references])),
      element('preface', {}, lines([title])),
      body,
    ]),
  );
  return `${XML_DECLARATION}${element('akomaNtoso', { xmlns: NAMESPACE }, lines([act]))}\n`;
}
