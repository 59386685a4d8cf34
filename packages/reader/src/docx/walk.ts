import type { XmlElement, XmlNode } from './xml.ts';

/** The elements among children, with the alternative that is shown in place of each `mc:AlternateContent`. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'mc:AlternateContent') yield* shownAlternative(child);
    else yield child;
  }
}

const ALTERNATIVES = new Set(['mc:Choice', 'mc:Fallback']);

/**
 * The first choice: what follows it says the same for programs that cannot show it, and would come twice. What stands beside
 * the alternatives has no business there, and is text like any other.
 */
function* shownAlternative(alternatives: XmlElement): Generator<XmlElement> {
  const shown = childNamed(alternatives, 'mc:Choice') ?? childNamed(alternatives, 'mc:Fallback');
  for (const child of alternatives.children) {
    if (typeof child === 'string') continue;
    if (child === shown) yield* elementsOf(child);
    else if (!ALTERNATIVES.has(child.name)) yield* elementsOf(containerOf(child));
  }
}

/**
 * An element and everything within it, in document order, alternatives that are not shown left out; not what is within an element
 * that `isClosed` names. One generator for any depth: generators within one another cost their depth at each step.
 */
export function* descendants(
  element: XmlElement,
  isClosed: (element: XmlElement) => boolean = () => false,
): Generator<XmlElement> {
  const pending = [element];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    if (isClosed(next)) continue;
    const children = [...elementsOf(next)];
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child !== undefined) pending.push(child);
    }
  }
}

export function childNamed(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

/** The value of `<w:name w:val="…"/>` within an element. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childNamed(element, name)?.attributes['w:val'];
}

/** The same as a whole number; undefined where it is none. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = valueOf(element, name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** A property that is on by being there, unless its value says no; undefined where it is not there. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = childNamed(element, name);
  if (property === undefined) return undefined;
  return !['0', 'false', 'off'].includes(property.attributes['w:val'] ?? '');
}

/** The elements in which text stands: of the document, of formulas, what was deleted, and by its name in a namespace that nobody knows. */
const TEXTS = new Set(['w:t', 'm:t', 'w:delText', '?:t']);

export function isText(element: XmlElement): boolean {
  return TEXTS.has(element.name);
}

export function hasText(element: XmlElement): boolean {
  for (const inner of descendants(element)) if (isText(inner)) return true;
  return false;
}

/** Something to read that holds these elements and is nothing itself. */
export function containerOf(...children: readonly XmlNode[]): XmlElement {
  return { name: '', attributes: {}, children };
}

/** The text directly within an element. */
export function textOf(element: XmlElement): string {
  return element.children.filter((child: XmlNode): child is string => typeof child === 'string').join('');
}
