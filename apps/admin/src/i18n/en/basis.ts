export const basis = {
  correct: 'Correct',
  correctThis: 'Correct how “%{text}” was read',
  correctTitle: 'Correct what was read',
  corrected: 'Corrected',
  verdict: 'What it is',
  title: 'Title',
  number: 'Document number',
  value: 'Value',
  upper: 'Upper end (of a range)',
  unit: 'Unit',
  comparator: 'Comparison',
  perWhom: 'For whom (每人)',
  perPeriod: 'How often (每月)',
  reason: 'Reason',
  reasonHelp: 'The ledger keeps the reason with the correction. The text itself stays as it is.',
  agency: 'Agency',
  part: 'Part',
  lead: 'leads',
  source: 'Source',
  role: 'Role',
  noRole: 'not said',
  who: 'Who',
  traits: 'Residence, age',
  ages: 'age %{ages}',
  condition: 'Condition',
  reading: 'Meaning',
  log: 'Corrections (%{count})',
};

/** What is said of a reference, by its kind. */
export const verdict = {
  'citation.regulation': 'It is this document',
  'citation.not-regulation': 'Not a regulation',
  'citation.nothing': 'Not a citation',
  'certificate.regulation': 'It is a regulation',
  'certificate.nothing': 'Not a certificate',
  'quantity.quantity': 'The quantity is',
  'quantity.nothing': 'Not a quantity',
};

export const fundingRole = {
  bears: 'bears',
  bearsMost: 'bears most',
  bearsPart: 'bears a part',
  shares: 'shares',
  subsidises: 'subsidises',
  contributes: 'contributes',
  pays: 'pays out',
  topsUp: 'tops up',
};

export const residence = { registered: 'registered', resident: 'resident', unregistered: 'registered elsewhere' };

export const comparator = {
  exact: 'equal to',
  least: 'at least',
  most: 'at most',
  above: 'more than',
  below: 'less than',
};
