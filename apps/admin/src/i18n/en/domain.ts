import type { ChecklistCode } from '../../api/types.ts';

/** Words of the domain, by the code that travels. */
export const role = {
  editor: 'Editor',
  liaison: 'Liaison',
  reviewer: 'Reviewer',
  publisher: 'Publisher',
  auditor: 'Auditor',
  admin: 'Administrator',
};

export const editionState = {
  imported: 'Imported',
  drafting: 'Drafting',
  consulting: 'In consultation',
  finalising: 'Finalising',
  scheduled: 'Awaiting publication',
  published: 'Published',
  superseded: 'Superseded',
  abandoned: 'Abandoned',
  withdrawn: 'Withdrawn',
};

export const editionKind = { final: 'Final', 'consultation-draft': 'Consultation draft', corrigendum: 'Corrigendum' };

export const commitKind = { import: 'Import', fork: 'New edition', merge: 'Merge of' };

export const editionEvent = {
  import: 'Import',
  fork: 'Draft a new edition',
  openConsultation: 'Open consultation',
  finalise: 'Finalise',
  reopen: 'Back to drafting',
  schedule: 'Ask for publication',
  unschedule: 'Take the request back',
  publish: 'Publish',
  supersede: 'Supersede',
  abandon: 'Abandon the draft',
  plan: 'Plan publication',
  unplan: 'Cancel the plan',
  withdraw: 'Withdraw',
  reinstate: 'Reinstate',
};

export const editionEventHint = {
  fork: 'A new draft is based on this edition, which stays as it is.',
  openConsultation: 'The draft goes to consultation; amendments can still change it.',
  finalise: 'The draft is being finalised; settle the remaining amendments and findings, then ask for publication.',
  reopen: 'The draft goes back to drafting.',
  schedule: 'Set the effective date and ask for publication. Nothing can be changed after; somebody else publishes it.',
  unschedule: 'The request is taken back and the draft is being finalised again.',
  publish: 'The text is frozen and cannot be changed; a mistake needs a correcting edition.',
  abandon: 'The draft is no longer used; its texts and records are kept.',
  plan: 'Choose a date and time to come; the service publishes then, after judging your right and the text again.',
  unplan: 'The edition stays scheduled and waits for a publisher.',
  withdraw:
    'Says that the edition no longer holds from a day on, and tells the public why. Its files and addresses stay; the edition before it is in force again.',
};

export const amendmentState = {
  draft: 'Drafting',
  submitted: 'In review',
  approved: 'Approved',
  changes_requested: 'Changes requested',
  merged: 'Merged',
  withdrawn: 'Withdrawn',
  rejected: 'Rejected',
};

export const amendmentEvent = {
  open: 'New amendment',
  reopen: 'Take back to edit',
  submit: 'Submit for review',
  approve: 'Approve',
  requestChanges: 'Request changes',
  reject: 'Reject',
  withdraw: 'Withdraw',
  merge: 'Merge into the draft',
  edit: 'Edit',
};

export const reasonClass = {
  'superior-law': 'Superior law',
  'national-standard': 'National standard',
  'institutional-reform': 'Institutional reform',
  'fiscal-policy': 'Fiscal policy',
  wording: 'Wording',
  'adopted-opinion': 'Adopted opinion',
  erratum: 'Erratum',
  other: 'Other',
};

export const provision = {
  targetGroup: 'Target group',
  content: 'Content',
  standard: 'Standard',
  funding: 'Funding',
  leadAgency: 'Lead agency',
};

export const field = { title: 'Title', place: 'Place', entry: 'Entry', ...provision };

export const reference = {
  citation: 'Cited documents',
  certificate: 'Certificate',
  agency: 'Agencies',
  funding: 'Funding sources',
  targetGroup: 'Target groups',
  quantity: 'Quantities',
};

export const editKind = { revise: 'Revised', add: 'Added', remove: 'Removed', move: 'Moved' };

export const severity = { error: 'Error', warning: 'Warning', info: 'Note' };

export const findingState = { open: 'Open', accepted: 'Kept as it is', fixed: 'Settled' };

export const checklist = {
  'checklist.open-amendments': 'Amendments are still open',
  'checklist.error-findings': 'Findings of error severity are unanswered',
  'checklist.effective-date': 'No effective date is set',
  'checklist.state': 'The edition is not at the stage of publication',
  'checklist.empty-provisions': 'Some provisions are empty',
  'checklist.warning-findings': 'Warnings of proofreading are unanswered',
  'checklist.proofreading': 'The text as it stands has not been proofread',
  'checklist.missing-characters': 'Characters that no font of the PDF has',
  'checklist.comments': 'Comments are not resolved',
  'checklist.legal-basis': 'Amendments name no legal basis',
  'checklist.repealed-regulations': 'Repealed or expired regulations are cited',
} satisfies Readonly<Record<ChecklistCode, string>>;
