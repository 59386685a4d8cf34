export const produced = {
  title: 'Download “%{label}”',
  range: 'Extent',
  whole: 'The whole text',
  form: 'Form',
  draft: 'This is a draft: the file’s name and the head of its pages say so, with the number of the commit.',
  atCommit: 'Written from the text as it stood at commit %{commit}.',
  frozen:
    'The whole text is the file that was frozen at publication, the same to the byte whenever it is downloaded; a chapter is written from the published text.',
  make: 'Write and download',
  download: 'Download',
  again: 'Write again',
  stop: 'Stop writing',
  stopped: 'Stopped.',
  close: 'Close',
  waiting: 'Waiting…',
  made: '“%{name}” is written.',
  save: 'Not saved by itself? Download it here',
  kept: 'What is written is kept for a day.',
  compared: 'Documents',
  comparedTitle: 'Documents: %{before} → %{after}',
  table: 'Comparison table',
  notes: 'Revision notes',
  reasonsFrom:
    'Reasons and bases come from the merged amendments, or were stated here; the notes count by class of change.',
  missing:
    'This change has no reason; the table can be written once it has one: |||| These %{count} changes have no reason; the table can be written once each has one:',
  missingHint:
    'Reasons come from the merged amendments; where there is none, state it on the comparison page, at once for many if you like.',
};

export const standardForm = {
  docx: 'Word document',
  pdf: 'PDF',
  html: 'Web page',
  xlsx: 'Excel workbook',
  txt: 'Plain text',
  akn: 'Akoma Ntoso (XML)',
  json: 'Data (JSON)',
};

export const standardUse = {
  docx: 'in the official layout, to go on editing or to submit',
  pdf: 'in the official layout, to print or file; with its fonts and bookmarks',
  html: 'to read or pass on; every provision has its own link',
  xlsx: 'a row for each entry, to filter and count',
  txt: 'to compare or paste, a paragraph a line',
  akn: 'the international form of legal texts, for other systems',
  json: 'this system’s own form, which it can import again',
};

export const tableForm = {
  docx: 'Word document',
  tracked: 'Word document with tracked changes',
  pdf: 'PDF',
  xlsx: 'Excel workbook',
  html: 'Web page',
};

export const tableUse = {
  docx: 'what goes and what comes is marked by colour and line, to submit',
  tracked: 'each change can be accepted or rejected in Word or WPS',
  pdf: 'to print or file, its heading on every page',
  xlsx: 'a row for each entry, marked within the cells',
  html: 'to read or pass on',
};

export const notesForm = { docx: 'Word document', html: 'Web page' };

export const notesUse = { docx: 'the paragraph and the table that count what changed', html: 'to read or pass on' };
