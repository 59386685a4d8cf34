const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const IN_ATTRIBUTES: Readonly<Record<string, string>> = { ...ENTITIES, '\n': '&#10;', '\t': '&#9;' };

/** Text for the content of an XML element. A carriage return is written as a reference, since a reader takes a bare one for a line feed. */
export function xmlText(text: string): string {
  return text.replace(/[&<>\r]/g, (char) => ENTITIES[char] ?? char);
}

/** Text for a quoted XML attribute, line breaks and tabs kept. */
export function xmlAttribute(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (char) => IN_ATTRIBUTES[char] ?? char);
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
