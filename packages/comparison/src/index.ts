export { comparableOf, sectionKey } from './comparable-of.ts';
export { compareEntry, compareOutlines } from './compare.ts';
export { finishComparison, type TextSource } from './finish.ts';
export type { ComparableText } from './side.ts';
export { ownPlace } from './own-place.ts';
export {
  CHANGE_KINDS,
  CLASS_NAMES,
  isClassName,
  type ChangeClass,
  type ChangeClassName,
  type ChangeKind,
  type ClassEvidence,
  type EvidenceText,
  type ComparableEntry,
  type ComparableOutline,
  type ComparableSection,
  type ComparedEntry,
  type ComparedSection,
  type Comparison,
  type DescentLine,
  type Place,
  type QuantityChange,
  type ReferenceChange,
  type ReferenceText,
  type Summary,
} from './model.ts';
export { planComparison, type ComparisonPlan, type PlannedEntry } from './plan.ts';
export { proposeEdits, type Proposal, type ProposedEdit, type ProposedPlace } from './proposal.ts';
export {
  DESCENT_KINDS,
  descentKinds,
  proposeDescents,
  type Descent,
  type DescentKind,
  type ProposedDescent,
} from './services.ts';
export { matchQuantities, quantityTable } from './quantity-table.ts';
export type { QuantityCell, QuantityRow, TableEdition, TableEntry, TableQuantity } from './quantity-table.ts';
