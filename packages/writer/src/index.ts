export { headingText, writeText } from './text.ts';
export { outlineForm, writeJson } from './json.ts';
export { normalisations, type Normalisation } from './normalisations.ts';
export { writeHtml } from './html.ts';
export { writeAkn } from './akn/write-akn.ts';
export type { DocumentMeta } from './meta.ts';
