import type { XmlElement, XmlNode } from './xml.ts';

/** The elements among children, with the alternative that is shown in place of each `mc:AlternateContent`. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'mc:AlternateContent') yield* shownAlternative(child);
    else yield child;
  }
}

/** The first choice: what follows it says the same for programs that cannot show it, and would come twice. */
function* shownAlternative(alternatives: XmlElement): Generator<XmlElement> {
  const options = alternatives.children.filter((child): child is XmlElement => typeof child !== 'string');
  const shown = options.find(({ name }) => name === 'mc:Choice') ?? options.find(({ name }) => name === 'mc:Fallback');
  if (shown !== undefined) yield* elementsOf(shown);
}

/** An element and everything within it, in document order, alternatives that are not shown left out. */
export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of elementsOf(element)) yield* descendants(child);
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

/** The text directly within an element. */
export function textOf(element: XmlElement): string {
  return element.children.filter((child: XmlNode): child is string => typeof child === 'string').join('');
}
