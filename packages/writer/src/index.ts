export { headingText, writeText } from './text.ts';
export { outlineForm, writeJson } from './json.ts';
export { normalisations, type Normalisation } from './normalisations.ts';
