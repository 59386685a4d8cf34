/** Every code that a reader's finding may carry; whoever words findings has a sentence for each. */
export const READER_CODES = [
  'reader.artefact',
  'reader.edition-missing',
  'reader.forbidden-code-point',
  'reader.heading-lost',
  'reader.heading-order',
  'reader.label-colon',
  'reader.label-variant',
  'reader.line-ending',
  'reader.number-duplicate',
  'reader.number-form',
  'reader.number-order',
  'reader.number-skipped',
  'reader.paragraph-continued',
  'reader.paragraph-edge-blank',
  'reader.paragraph-empty',
  'reader.paragraph-unplaced',
  'reader.provision-duplicate',
  'reader.provision-empty',
  'reader.provision-missing',
  'reader.provision-order',
  'reader.section-missing',
  'reader.title-missing',
  'reader.title-stop',
] as const;

export type ReaderCode = (typeof READER_CODES)[number];
