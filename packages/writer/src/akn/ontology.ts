import { element } from './element.ts';

/** What the text refers to, each thing once: the TLC references of the document, collected while its body is written. */
export interface Ontology {
  /** The regulation's own address, and the id under which the references name it. */
  regulation(title: string, number: string | undefined): { readonly iri: string; readonly concept: string };
  agency(name: string): string;
  /** In the order in which the text first names them. */
  elements(): string[];
}

export function ontology(): Ontology {
  const regulations = new Map<string, { iri: string; concept: string; xml: string }>();
  const agencies = new Map<string, { concept: string; xml: string }>();
  return {
    regulation(title, number) {
      const name = number ?? title;
      const known = regulations.get(name);
      if (known !== undefined) return known;
      const [iri, concept] = [`/akn/cn/doc/${encodeURIComponent(name)}`, `reg_${regulations.size + 1}`];
      const attributes = { eId: concept, name: 'regulation', href: iri, showAs: title, shortForm: number };
      const found = { iri, concept, xml: element('TLCReference', attributes) };
      regulations.set(name, found);
      return found;
    },
    agency(name) {
      const known = agencies.get(name);
      if (known !== undefined) return known.concept;
      const concept = `org_${agencies.size + 1}`;
      const href = `/akn/ontology/organization/cn/${encodeURIComponent(name)}`;
      agencies.set(name, { concept, xml: element('TLCOrganization', { eId: concept, href, showAs: name }) });
      return concept;
    },
    elements: () => [...agencies.values(), ...regulations.values()].map(({ xml }) => xml),
  };
}
