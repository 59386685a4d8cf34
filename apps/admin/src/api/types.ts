/**
 * What the API sends and takes, generated from its OpenAPI document, by the desk's own names. Offsets are UTF-16 units; times are
 * ISO 8601 in UTC.
 */
import type { components } from './generated/schema.d.ts';

type Schemas = components['schemas'];

export type { ProvisionKey, SectionKind, Severity } from '@dingben/outline';
export type { AmendmentEvent, AmendmentState, EditionEvent, EditionState, Permission, Role } from '@dingben/workflow';
export type { Segment } from '@dingben/text-diff';

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}
/** An event of a lifecycle that the person's roles could cause, and why it cannot be caused now. */
export interface AllowedEvent<E extends string = string> {
  readonly event: E;
  readonly allowed: boolean;
  readonly reasons: readonly Reason[];
}
/** Values for a sentence. */
export type Params = Readonly<Record<string, unknown>>;

export type Account = Schemas['AccountDto'];
export type Agency = Schemas['AgencyDto'];
export type AgencyDetail = Schemas['AgencyDetail'];
export type AgencyLoad = Schemas['LoadDto'];
export type SuccessionRef = Schemas['SuccessionRef'];
export type SuccessionKind = SuccessionRef['kind'];
export type AmendmentRef = Schemas['AmendmentRef'];
export type Checklist = Schemas['ChecklistDto'];
export type ChecklistCode = Checklist['items'][number]['code'];
export type Commit = Schemas['CommitDto'];
export type ComparisonAnswer = Schemas['ComparisonDto'];
/** With its amendments where the answer has their ids. */
export type ComparedEntry = Omit<Schemas['ComparedEntryDto'], 'reasons'> & {
  readonly reasons: readonly Schemas['ComparisonReason'][];
};
export type Comparison = Omit<ComparisonAnswer, 'amendments' | 'entries'> & {
  readonly entries: readonly ComparedEntry[];
};
export type ChangeClassName = ComparedEntry['classes'][number];
export type StatedReason = Schemas['StatedReasonDto'];
export type QuantityTable = Schemas['QuantityTableDto'];
export type QuantityRow = Schemas['QuantityRowDto'];
export type QuantityCell = Schemas['QuantityCellDto'];
export type RevisionNotes = Schemas['RevisionNotesDto'];
export type Dashboard = Schemas['DashboardDto'];
export type Difference = Schemas['DifferenceDto'];
export type Edition = Schemas['EditionDto'];
export type EditionOutline = Schemas['OutlineDto'];
export type EditionRef = Schemas['EditionRef'];
export type Duplicate = Schemas['DuplicateDto'];
export type EditionSummary = Schemas['EditionSummary'];
export type Entry = Schemas['EntryDto'];
export type Correction = Schemas['CorrectionDto'];
export type CorrectionList = Schemas['CorrectionList'];
export type EntryRef = Schemas['EntryRef'];
export type EntrySummary = Schemas['EntrySummary'];
export type Finding = Schemas['FindingDto'];
export type DocumentEncoding = Schemas['Encoding'];
export type Job = Schemas['JobDto'];
export type TextFinding = Schemas['TextFindingDto'];
export type Proofreading = Schemas['ProofreadingDto'];
export type HistoryItem = Schemas['HistoryItem'];
export type Impact = Schemas['ImpactDto'];
export type ImportDone = Schemas['ImportDoneDto'];
export type ImportPreview = Schemas['ImportPreviewDto'];
export type ImportRow = Schemas['ImportRowDto'];
export type Import = Schemas['ImportDto'];
export type ImportMatching = Schemas['MatchingDto'];
export type ImportProposal = Schemas['ProposalDto'];
export type KnownService = Schemas['KnownServiceDto'];
export type LedgerItem = Schemas['LedgerItemDto'];
export type MatchedEntry = Schemas['MatchedEntryDto'];
export type Me = Schemas['MeDto'];
export type OutlineEntry = Schemas['OutlineEntry'];
export type OutlineSection = Schemas['OutlineSection'];
export type PersonRef = Schemas['PersonRef'];
export type Provisions = Schemas['ProvisionsDto'];
export type PublicAddress = Schemas['PublicAddressDto'];
export type Publication = Schemas['PublicationDto'];
export type Reason = Schemas['ReasonDto'];
export type RegistryAct = Schemas['RegistryActDto'];
export type Regulation = Schemas['RegulationDto'];
export type RegulationRef = Schemas['RegulationRef'];
export type RegulationSummary = Schemas['RegulationSummary'];
export type RegulationStatus = NonNullable<RegulationSummary['status']>;
export type TouchedEdition = Schemas['TouchedEditionDto'];
export type TouchedEntry = Schemas['TouchedEntryDto'];
export type ReadFinding = Schemas['ReadFindingDto'];
export type Reference = Schemas['ReferenceDto'];
export type ReferenceKind = Reference['kind'];
export type Understanding = Schemas['UnderstandingDto'];
export type Verification = Schemas['VerificationDto'];

/** In the order in which an office asks for them. */
export const STANDARD_FORMS = [
  'docx',
  'pdf',
  'html',
  'xlsx',
  'txt',
  'akn',
  'json',
] as const satisfies readonly Schemas['WriteStandardDto']['form'][];
export type StandardForm = (typeof STANDARD_FORMS)[number];

export const TABLE_FORMS = [
  'docx',
  'tracked',
  'pdf',
  'xlsx',
  'html',
] as const satisfies readonly Schemas['WriteTableDto']['form'][];

export const NOTES_FORMS = ['docx', 'html'] as const satisfies readonly Schemas['WriteNotesDto']['form'][];

export const SUCCESSION_KINDS = ['rename', 'merge', 'split'] as const satisfies readonly SuccessionKind[];

export const REGULATION_STATUSES = [
  'in-force',
  'amended',
  'repealed',
  'expired',
] as const satisfies readonly RegulationStatus[];

export const REASON_CLASSES = [
  'superior-law',
  'national-standard',
  'institutional-reform',
  'fiscal-policy',
  'wording',
  'adopted-opinion',
  'erratum',
  'other',
] as const satisfies readonly Grounds['reasonClass'][];
/** Why an amendment is proposed. */
export type Grounds = Pick<Schemas['AmendmentDto'], 'reasonClass' | 'rationale' | 'legalBasis'>;
export type ReasonClass = Grounds['reasonClass'];
