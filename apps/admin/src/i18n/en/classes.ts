import type { Messages } from '../zh.ts';

/** Change classes of a comparison, and the notes that count them. */
export const classes: Messages['classes'] = {
  unconfirmed: 'To confirm',
  unclassed: 'Unclassed',
  none: 'Unclassed',
  proposed: 'Proposed',
  instead: 'Proposed: %{classes}',
  confirmed: 'Confirmed by %{name}, %{date}',
  outdated: '%{name} confirmed %{classes} before the text changed; it has to be confirmed again',
  confirm: 'Confirm',
  confirmEntry: 'Confirm the classes of entry %{number}',
  correct: 'Correct',
  correctEntry: 'Correct the classes of entry %{number}',
  editor: 'Change classes of entry %{number}',
  save: 'Confirm what is ticked',
  pick: 'Tick at least one class',
  evidence: 'Because of',
  more: '%{count} more',
  bar: 'Change classes',
  progress: '%{done} of %{total} confirmed',
  allConfirmed: 'The classes of all %{total} changes are confirmed',
  next: 'Confirm and go on',
  correctKey: 'Correct',
  bulk: 'Confirm the %{count} plain ones',
  bulkTitle: 'Confirm %{count} entries as proposed?',
  bulkHint:
    'The proposal explains everything that changed in these entries and does not contradict itself. Each can still be corrected; every act is recorded.',
  notes: 'Revision notes',
};

export const notes: Messages['notes'] = {
  title: 'Revision notes',
  back: 'Back to the comparison',
  copy: 'Copy the text',
  provisional: 'Provisional',
  kind: 'Class',
  count: 'Entries',
  entries: 'Which',
  open: 'Show the %{count} of %{name} in the comparison',
  unconfirmed: 'not confirmed',
  confirmNow: 'Confirm %{count}',
  choose: 'Choose two editions on the comparison page first.',
};
