export {
  NO_FACTS,
  editionNotes,
  proofreadEntry,
  proofreadOutline,
  proofreadPassages,
  proofreadText,
  type ProofreadContext,
  type ProofreadEntry,
} from './proofread.ts';
export { applyFixes } from './apply-fixes.ts';
export { agencyKey } from './keys.ts';
export { PROOFREADING_CODES, type ProofreadingCode } from './codes.ts';
export type { Facts, RegulationFact } from './model.ts';
export type { Notes } from './notes.ts';
