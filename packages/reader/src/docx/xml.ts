import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ok, refuse, type Result } from '@dingben/kernel';
import { LIMITS } from '../limits.ts';

/** An element with the prefix that this project gives its namespace (`w:p`), whatever prefix the file has. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

const WORD = 'w:';
/** Transitional and strict names of the namespaces (ISO/IEC 29500-1 and -4); any other gets the prefix `?`. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': WORD,
  'http://purl.oclc.org/ooxml/wordprocessingml/main': WORD,
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm:',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r:',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel:',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a:',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a:',
  'urn:schemas-microsoft-com:vml': 'v:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
  '': '',
};

/** What is left of the elements that the parts of one document may have together. */
export interface ElementBudget {
  left: number;
}

class Refusal extends Error {
  readonly code: 'document.doctype' | 'document.too-complex';
  constructor(code: Refusal['code']) {
    super(code);
    this.code = code;
  }
}

/**
 * Parses one part. Nothing outside it is ever looked up: a DOCTYPE is refused where it stands, so that no entity but the five
 * of XML exists.
 *
 * Refuses with `document.doctype`, `document.too-complex` (elements or depth) or `document.damaged`; params.part.
 */
export function parseXml(bytes: Uint8Array, part: string, budget: ElementBudget): Result<XmlElement> {
  const text = decoded(bytes);
  if (text === null) return refuse('document.damaged', { part });
  const tree = new Tree(budget);
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('doctype', () => {
    throw new Refusal('document.doctype');
  });
  parser.on('opentag', (tag) => tree.open(tag));
  parser.on('closetag', () => tree.close());
  parser.on('text', (piece) => tree.text(piece));
  parser.on('cdata', (piece) => tree.text(piece));
  try {
    parser.write(text).close();
  } catch (error) {
    return refuse(error instanceof Refusal ? error.code : 'document.damaged', { part });
  }
  return tree.root === null ? refuse('document.damaged', { part }) : ok(tree.root);
}

class Tree {
  root: XmlElement | null = null;
  private readonly open_: { element: XmlElement; children: XmlNode[] }[] = [];
  private readonly budget: ElementBudget;

  constructor(budget: ElementBudget) {
    this.budget = budget;
  }

  open(tag: SaxesTagNS): void {
    if (--this.budget.left < 0 || this.open_.length >= LIMITS.depth) throw new Refusal('document.too-complex');
    const attributes: Record<string, string> = {};
    for (const { uri, local, value } of Object.values(tag.attributes)) attributes[named(uri, local)] = value;
    const children: XmlNode[] = [];
    const element = { name: named(tag.uri, tag.local), attributes, children };
    this.open_.at(-1)?.children.push(element);
    this.root ??= element;
    this.open_.push({ element, children });
  }

  close(): void {
    this.open_.pop();
  }

  text(piece: string): void {
    this.open_.at(-1)?.children.push(piece);
  }
}

function named(uri: string, local: string): string {
  return (PREFIXES[uri] ?? '?:') + local;
}

/** Word writes UTF-8; a byte order mark may say UTF-16, which every reader of XML has to know. */
function decoded(bytes: Uint8Array): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
