export { read, type ReadOptions } from './read.ts';
export { headingLine, type KnownHeading } from './known-headings.ts';
export { readJson } from './read-json.ts';
export { editionOf } from './edition.ts';
export { READER_CODES, type ReaderCode } from './codes.ts';
