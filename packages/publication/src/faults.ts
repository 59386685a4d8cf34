/** What can be wrong with a bundle. Sentences are the command line's. */
export const BUNDLE_CODES = [
  'bundle.archive',
  'bundle.member-missing',
  'bundle.member-unknown',
  'bundle.member-unreadable',
  'bundle.altered',
  'key.other',
  'checkpoint.signature',
  'event.altered',
  'event.not-included',
  'publication.not-recorded',
  'publication.differs',
  'publication.self-published',
  'file.altered',
  'outline.altered',
  'entry.altered',
  'entry.not-approved',
  'entry.removed',
  'commit.missing',
  'commit.differs',
  'amendment.altered',
  'amendment.not-approved',
  'amendment.self-approved',
] as const;
export type BundleCode = (typeof BUNDLE_CODES)[number];

/** The first thing that is wrong: the file, entry, event or amendment, and what about it. */
export interface Fault {
  readonly code: BundleCode;
  readonly subject: string;
}

export function fault(code: BundleCode, subject: string | number = ''): Fault {
  return { code, subject: String(subject) };
}

/** The first fault that a row of judgements finds; later ones are not made. */
export function firstFault(judgements: Iterable<Fault | null>): Fault | null {
  for (const found of judgements) if (found !== null) return found;
  return null;
}
