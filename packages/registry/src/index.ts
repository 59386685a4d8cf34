export {
  SUCCESSION_KINDS,
  agencyKeyOf,
  planSuccession,
  type Succession,
  type SuccessionCode,
  type SuccessionKind,
  type SuccessionPlan,
} from './agency.ts';
export { COLUMNS, type Column } from './columns.ts';
export { readCsv, type Table, type TableRow } from './csv.ts';
export { ENCODINGS, decodeTable, type Decoded, type Encoding } from './decode.ts';
export { standingOf, type Mentioned, type Standing } from './facts.ts';
export { EMPTY, LONGEST, MOST_NUMBERS, type RowFlaw } from './import-row.ts';
export { NearIndex, duplicatesAmong, type Near, type NearKind } from './near.ts';
export {
  ROW_ACTIONS,
  planImport,
  type HeaderFlaw,
  type ImportPlan,
  type PlannedRow,
  type RowAction,
} from './plan-import.ts';
export {
  REGULATION_STATUSES,
  contentFlaw,
  hasEnded,
  keysOf,
  type ContentFlaw,
  type Regulation,
  type RegulationContent,
  type RegulationStatus,
} from './regulation.ts';
export { replaceNames, type Replacement } from './rename.ts';
export { Resolver, type Cited, type CitedBy, type Resolved, type Unregistered } from './resolve.ts';
export { sentenceAround, type Sentence } from './sentence.ts';
