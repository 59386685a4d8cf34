export const regulationStatus = {
  'in-force': 'In force',
  amended: 'Amended',
  repealed: 'Repealed',
  expired: 'Expired',
};

export const citedBy = { number: 'by number', title: 'by title' };

export const regulation = {
  list: 'Regulations',
  intro:
    'Everything that the texts cite. What is not registered is known from the citations; once registered it can have a status and a successor.',
  empty: 'No regulation fits.',
  title: 'Title',
  numbers: 'Numbers',
  numbersHelp: 'One a line, exactly as written.',
  number: 'Number',
  issuer: 'Issuer',
  level: 'Level',
  issuedOn: 'Issued',
  effectiveOn: 'Effective',
  repealedOn: 'Repealed on',
  status: 'Status',
  source: 'Source',
  successor: 'Successor',
  successorHelp: 'What took its place; it has to be registered.',
  predecessors: 'Took the place of',
  merged: 'Merged into this one',
  mergedInto: 'Merged into',
  entries: 'Citing entries',
  unregistered: 'Not registered',
  unregisteredHint:
    'This regulation is known from citations alone. Nobody has registered it, so its status is not known.',
  facts: 'What is registered',
  usage: 'By edition',
  usageNone: 'No edition cites this regulation.',
  usageEntries: '%{count} entry |||| %{count} entries',
  history: 'Changes',
  historyNone: 'Nothing has been changed yet.',
  noNumber: 'no number',
  search: 'Find by title or number',
  filterStatus: 'Any status',
  filterRegistered: 'Registered or not',
  registeredOnly: 'Registered',
  unregisteredOnly: 'Not registered',
  filterCited: 'Cited or not',
  citedOnly: 'Cited',
  uncitedOnly: 'Not cited',
  register: 'Register a regulation',
  registerThis: 'Register',
  registerDone: 'Registered.',
  edit: 'Change',
  saved: 'Saved.',
  setStatus: 'Change the status',
  setStatusHint: 'The entries listed below are then the ones affected; an amendment can be opened with all of them.',
  comment: 'Note',
  commentHelp: 'Grounds or occasion; recorded in the ledger with the change.',
  merge: 'Merge into another…',
  mergeTitle: 'Merge into another regulation',
  mergeHint:
    'For two rows that are one regulation. The chosen one stands for both, and the titles and numbers of either find it. It can be taken back at any time.',
  mergeInto: 'Merge',
  mergeDone: 'Merged.',
  separate: 'Separate again',
  separateDone: 'Separated again.',
  pick: 'Find a registered regulation by title or number',
  pickNone: 'No registered regulation was found.',
  clear: 'Clear',
  duplicates: 'Possible duplicates',
  duplicatesHint:
    'Regulations with the same number, the same title or nearly the same title. Merge those that are one; leave the others.',
  duplicatesNone: 'No possible duplicates were found.',
  keepThis: 'Keep this one',
  stale:
    'Somebody has changed this regulation since you opened it. What you typed is still below; saving again makes it count.',
  changedField: '%{field}: %{before} → %{after}',
  unknown: '(empty)',
};

export const duplicateKind = { number: 'Same number', title: 'Same title', similar: 'Nearly the same title' };

export const impact = {
  title: 'Impact',
  none: 'No entry cites it.',
  noneIn: 'No entry of %{label} is affected.',
  count: 'Entries: %{entries}, mentions: %{mentions}',
  open: 'Open an amendment with this entry |||| Open an amendment with these %{count} entries',
  openHint:
    'The entries are taken as they read, for their author to work on. One that stays unchanged is not changed by the merge.',
  renameHint: 'The name has been replaced in every entry. Check them and submit.',
  frozen: 'The edition is %{state}; no amendment can be opened. Start a new edition first.',
  opened: 'Amendment %{number} was opened with one entry. |||| Amendment %{number} was opened with %{count} entries.',
  toEntry: 'Open the entry',
  dialog: 'New amendment — %{label}',
  regulationTitle: '调整对《%{title}》的引用',
  regulationRationale: '《%{title}》时效已变更为“%{status}”，相应调整引用的条目。',
  regulationSuccessor: '《%{title}》时效已变更为“%{status}”，由《%{successor}》替代，相应调整引用的条目。',
};

export const rowAction = { new: 'New', changed: 'Changed', same: 'Same', unusable: 'Unusable' };

/** Why a row of an imported table cannot be taken. */
export const rowFlaw = {
  'row.title-missing': 'There is no title.',
  'row.too-long': '“%{column}” is too long; at most %{max} characters.',
  'row.too-many-numbers': 'More than %{max} numbers.',
  'row.date-unreadable': '“%{column}” is no date: %{value}.',
  'row.status-unknown': '“%{column}” is no status: %{value}. Use in-force, amended, repealed or expired.',
  'row.forbidden-character': '“%{column}” holds a character that is invisible or not allowed (%{codePoint}).',
  'row.repeated': 'The same as line %{line}.',
  'row.ambiguous': 'Several registered regulations fit. Merge them first.',
  'regulation.dates-disordered': 'The day of repeal is before the day of issue.',
  'regulation.repealed-on-unfit': 'Only a repealed or expired regulation has a day of repeal.',
  unknown: 'It cannot be imported.',
};

export const nearKind = {
  number: 'Same number: %{what}',
  title: 'Same title: %{what}',
  version: 'Another version: %{what}',
  similar: 'Nearly the same title: %{what}',
};

export const tableImport = {
  open: 'Import',
  title: 'Import regulations',
  hint: 'CSV or XLSX, up to 10 MB and 5,000 rows. The first row names the columns; “title” is needed, and numbers, issuer, level, issuedOn, effectiveOn, repealedOn, status and source are read. Nothing is registered before you confirm the preview.',
  choose: 'Choose a file',
  reading: 'Reading…',
  another: 'Another file',
  encoding: 'The file is not in UTF-8 and was read as GB18030. Check that the text below is right before you go on.',
  encodingRight: 'The text is right, go on',
  ignored: 'Columns that are not read: %{columns}',
  show: 'Show',
  all: 'All %{count}',
  near: 'Possible duplicates %{count}',
  line: 'Line',
  action: 'What happens',
  take: 'Take',
  row: 'Line %{line}',
  changes: 'Changes: %{fields}',
  confirm: 'Import %{count}',
  nothing: 'There is nothing to import.',
  done: '%{added} added, %{changed} changed.',
  changed: 'The registry has changed since the preview. This is a new preview; check it again.',
  page: 'Rows %{from}–%{to} of %{total}',
  previous: 'Previous page',
  next: 'Next page',
  tooMany: 'At most 500 rows can be left out.',
};
