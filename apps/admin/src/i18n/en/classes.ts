import type { Messages } from '../zh.ts';

/** Change classes of a comparison, and the notes that count them. */
export const classes: Messages['classes'] = {
  unconfirmed: 'To confirm',
  unclassed: 'Unclassed',
  unreasoned: 'without reason',
  none: 'Unclassed',
  proposed: 'Proposed',
  instead: 'Proposed: %{classes}',
  confirmed: 'Confirmed by %{name}, %{date}',
  outdated: '%{name} confirmed %{classes} before the text changed; it has to be confirmed again',
  uncertain: 'The proposal does not explain everything; please check',
  confirm: 'Confirm',
  confirmEntry: 'Confirm the classes of entry %{number}',
  correct: 'Correct',
  correctEntry: 'Correct the classes of entry %{number}',
  editor: 'Change classes of entry %{number}',
  save: 'Confirm what is ticked',
  leave: 'Leave as it was',
  pick: 'Tick at least one class',
  evidence: 'Because of',
  gone: 'no longer %{text}',
  come: 'now %{text}',
  more: '%{count} more',
  bar: 'Change classes',
  progress: '%{done} of %{total} confirmed',
  allConfirmed: 'The classes of all %{total} changes are confirmed',
  next: 'Confirm and go on',
  correctKey: 'Correct',
  bulk: 'Confirm the plain one |||| Confirm the %{count} plain ones',
  bulkTitle: 'Confirm one entry as proposed? |||| Confirm %{count} entries as proposed?',
  bulkHint:
    'The proposal explains everything that changed in these entries and does not contradict itself. Each can still be corrected; every act is recorded.',
  notes: 'Revision notes',
};

/** Why something changed, where no amendment says it. */
export const reasons: Messages['reasons'] = {
  missing: 'No amendment gives a reason',
  state: 'State the reason',
  stateOf: 'State why “%{name}” changed',
  change: 'Change',
  changeOf: 'Change the reason of “%{name}”',
  by: 'stated by %{name} on %{date}',
  title: 'Reason: %{name}',
  now: 'What is stated now',
  reason: 'Reason',
  basis: 'Legal basis',
  basisHint: 'May be left out; the comparison table then lists what the new text newly cites.',
  everywhere:
    'Use it for the other change without a reason, too |||| Use it for the other %{count} changes without a reason, too',
  save: 'Save the reason',
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

/** The amounts of a standard through its editions. */
export const quantities: Messages['quantities'] = {
  title: 'Quantities',
  hint: 'How amounts, rates, counts, ages and periods change from edition to edition. They are matched by entry, provision and the words around them; an edition without the entry has a gap.',
  standard: 'Standard',
  chapter: 'All chapters',
  unit: 'All units',
  agency: 'All agencies',
  search: 'Find an entry or a text',
  onlyChanged: 'Changes only',
  from: 'From %{label}',
  fromLabel: 'Editions on show',
  count: '%{count} in all',
  entry: 'Entry',
  content: 'Text',
  trend: 'Trend',
  trendOf: '%{points}',
  point: '%{label} %{text}',
  gap: '—',
  absent: 'not in this edition',
  changed: 'changed',
  nothing: 'No quantity fits the filter.',
  one: 'There is only one edition yet; changes show when there is another.',
  export: 'Download XLSX',
};
