import type { ChecklistCode } from '../../api/types.ts';

/** Sentences of publishing: its refusals, its page, its words. */
export const publishingProblem = {
  'publication.not-provable':
    'The ledger is not the one that a checkpoint signed, or is not signed yet, so no bundle can be made. Have the ledger verified.',
  'amendment.erratum-only': 'A corrigendum takes amendments whose reason is an erratum only.',
  'edition.corrigendum-base': 'Only a published edition is corrected by a corrigendum.',
  'publication.moment-missing': 'Give the date and time of publication.',
  'publication.moment-past': 'That moment is over. Give one to come, or publish now.',
  'publication.not-planned': 'No publication is planned.',
  'publication.planned': 'A publication is planned; cancel it first.',
  'withdrawal.day-past': 'A withdrawal takes effect today or later.',
};

export const publishing = {
  code: 'Code',
  bundle: 'Download the proof',
  bundleHint:
    'One archive: the manifest, every published file, the proof from the ledger and the public key. dingben verify judges it offline, without server or database.',
  checklist: 'Checklist',
  verdictClear: 'All is clear; nothing has to be done first.',
  verdictOpen: 'One thing has to be done before publication. |||| %{count} things have to be done before publication.',
  verdictClosed: 'The edition is no longer on its way to publication; this is for reference.',
  entry: 'Entry %{number}',
  item: 'What',
  who: 'Who',
  where: 'Where',
  done: 'Passed',
  more: '%{count} more',
  publishAt: 'Date and time of publication (Beijing)',
  publishAtHelp: 'Not the effective date: it is published then, and holds from its effective date.',
  effectiveOn: 'Effective date: %{date}',
  withdrawFrom: 'From which day it no longer holds',
  explanation: 'What the public is told',
  planWaiting:
    'Will be published at %{at} (Beijing). Decided by %{name} on %{decided}; right and text are judged again then, and nothing is published if they changed.',
  planStopped:
    'The publication planned for %{at} (Beijing) was not carried out: %{reason} Decided by %{name}; the edition still waits.',
  planDone: 'As %{name} decided for %{at} (Beijing), the service published it at %{ended}.',
  publishing: 'Publishing: every file is being written and sealed. It goes on when this window is closed.',
  actions: 'What you can do',
  noActions: 'There is nothing that your role can do at this stage.',
  withdrawn: 'This edition was withdrawn and no longer holds from %{date} on.',
  withdrawnBy: 'Withdrawn by %{name} at %{at}. Its files and addresses stay as they were.',
  corrects: 'Corrects',
  correctedBy: 'Corrigenda',
  forkKind: 'Purpose',
  forkFinal: 'A new edition',
  draftCorrigendum: 'Draft a corrigendum',
  forkCorrigendum: 'A corrigendum (amendments with the reason erratum only)',
  check: 'Checked',
  later: 'When scheduled',
  toFindings: 'Look at the findings',
  toEdition: 'Look at the edition',
};

/** What is true of an item of the checklist once it is settled. */
export const checklistDone = {
  'checklist.open-amendments': 'No amendment is open',
  'checklist.error-findings': 'Every error of proofreading is answered',
  'checklist.effective-date': 'The effective date is set',
  'checklist.state': 'The edition can be published at this stage',
  'checklist.empty-provisions': 'Every provision has a text',
  'checklist.warning-findings': 'Every warning of proofreading is answered',
  'checklist.proofreading': 'The text as it stands was proofread',
  'checklist.missing-characters': 'The fonts of the PDF have every character',
  'checklist.comments': 'Every comment is resolved',
  'checklist.legal-basis': 'Every amendment names its legal basis',
  'checklist.repealed-regulations': 'Nothing registered as repealed or expired is cited',
} satisfies Readonly<Record<ChecklistCode, string>>;
