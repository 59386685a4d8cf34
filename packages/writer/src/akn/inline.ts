import type { ProvisionKey } from '@dingben/outline';
import { scanAgencies, scanCitations } from '@dingben/references';
import type { Anchor } from '../anchors.ts';
import { xmlText } from '../xml.ts';
import { element } from './element.ts';
import type { Ontology } from './ontology.ts';

interface Marked {
  readonly start: number;
  readonly end: number;
  readonly wrap: (inner: string) => string;
}

/** The paragraphs of a provision, exact to the character, its citations as `ref` and who leads as `organization`. */
export function paragraphs(key: ProvisionKey, text: string, id: string, ontology: Ontology, anchor: Anchor): string[] {
  const marked = [
    ...citations(text, id, ontology, anchor),
    ...(key === 'leadAgency' ? agencies(text, id, ontology, anchor) : []),
  ];
  marked.sort((a, b) => a.start - b.start);
  let offset = 0;
  return text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    return element('p', {}, inline(text, start, start + line.length, marked));
  });
}

function inline(text: string, start: number, end: number, marked: readonly Marked[]): string {
  let [at, xml] = [start, ''];
  for (const span of marked) {
    // What stands inside another span, or runs over the end of a paragraph, stays plain text.
    if (span.start < at || span.end > end) continue;
    xml += xmlText(text.slice(at, span.start)) + span.wrap(xmlText(text.slice(span.start, span.end)));
    at = span.end;
  }
  return xml + xmlText(text.slice(at, end));
}

function citations(text: string, id: string, ontology: Ontology, anchor: Anchor): Marked[] {
  return scanCitations(text).map(({ start, end, data }, at) => {
    const { iri, concept } = ontology.regulation(String(data['title']), textOf(data['number']));
    const eId = anchor(`${id}__ref_${at + 1}`);
    return { start, end, wrap: (inner) => element('ref', { eId, href: iri, refersTo: `#${concept}` }, inner) };
  });
}

function agencies(text: string, id: string, ontology: Ontology, anchor: Anchor): Marked[] {
  return scanAgencies(text).map(({ start, end, key }, at) => {
    const refersTo = `#${ontology.agency(key)}`;
    const eId = anchor(`${id}__org_${at + 1}`);
    return { start, end, wrap: (inner) => element('organization', { eId, refersTo }, inner) };
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
