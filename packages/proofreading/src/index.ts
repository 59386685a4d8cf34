export {
  NO_FACTS,
  editionNotes,
  proofreadEntries,
  proofreadEntry,
  proofreadOutline,
  proofreadPassages,
  proofreadText,
  type ProofreadContext,
  type PassageFindings,
  type ProofreadEntry,
} from './proofread.ts';
export { proofreadNumbering } from './numbering.ts';
export { applyFixes } from './apply-fixes.ts';
export { looseAgencyKey } from './keys.ts';
export { PROOFREADING_CODES, type ProofreadingCode } from './codes.ts';
export type { Facts, RegulationFact } from './model.ts';
export type { Notes } from './notes.ts';
