/** Every code with which a document can be refused; whoever words problems has a sentence for each. */
export const DOCUMENT_CODES = [
  'document.damaged',
  'document.doctype',
  'document.empty',
  'document.encoding-unknown',
  'document.encrypted',
  'document.json-invalid',
  'document.json-shape',
  'document.not-a-docx',
  'document.old-word',
  'document.too-complex',
  'document.too-large',
  'document.too-long',
  'document.too-many-parts',
  'document.tracked-changes',
  'document.truncated',
  'document.zip-bomb',
] as const;

export type DocumentCode = (typeof DOCUMENT_CODES)[number];
