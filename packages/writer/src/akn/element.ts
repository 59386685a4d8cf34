import { xmlAttribute } from '../xml.ts';

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element whose content is XML already; without content it is an empty one. Attributes that are undefined are left out. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlAttribute(value)}"`],
  );
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

/** Elements a line each, between the tags of one that holds nothing but elements. */
export function lines(elements: readonly string[]): string {
  return `\n${elements.filter((each) => each !== '').join('\n')}\n`;
}
