/** Sentences of publishing: its refusals, its page, its words. */
export const publishingProblem = {
  'publication.not-provable':
    'The ledger is not the one that a checkpoint signed, or is not signed yet, so no bundle can be made. Have the ledger verified.',
  'amendment.erratum-only': 'A corrigendum takes amendments whose reason is an erratum only.',
  'edition.correction-base': 'Only a published edition is corrected by a corrigendum.',
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
};
