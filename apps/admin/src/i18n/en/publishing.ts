/** Sentences of publishing: its refusals, its page, its words. */
export const publishingProblem = {
  'publication.not-provable':
    'The ledger is not the one that a checkpoint signed, or is not signed yet, so no bundle can be made. Have the ledger verified.',
};

export const publishing = {
  code: 'Code',
  bundle: 'Download the proof',
  bundleHint:
    'One archive: the manifest, every published file, the proof from the ledger and the public key. dingben verify judges it offline, without server or database.',
};
