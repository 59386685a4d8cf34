/** What a written document says of itself beside its text. Dates are `YYYY-MM-DD`. */
export interface DocumentMeta {
  /** Day of the act that made the edition effective. */
  readonly publishedOn?: string;
  readonly effectiveOn?: string;
  /** Hash of the outline, by which the document can be checked. */
  readonly treeHash?: string;
  /** What stands at the head of its pages where the text is not the one in force: `草案 第12次提交`. */
  readonly draft?: string;
  /** Number of the one chapter that it holds, where it is not the whole. */
  readonly chapter?: string;
  /** Short code of the publication, printed at the foot of every page. */
  readonly code?: string;
}

/** What stands before the code where it is printed. */
export const CODE_LABEL = '核验码';

/** Where a document has no day of its own, it names the first that an archive can. */
const NO_DAY = '1980-01-01';

/** The moment at which a document says it was made: the day of its publication, never the clock's. ISO 8601 with seconds and Z. */
export function momentOf({ publishedOn = NO_DAY }: DocumentMeta): string {
  return `${publishedOn}T00:00:00Z`;
}

/** Who made a document, as its properties say. */
export const CREATOR = '定本';
