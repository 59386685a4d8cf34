/** What a written document says of itself beside its text. Dates are `YYYY-MM-DD`. */
export interface DocumentMeta {
  /** Day of the act that made the edition effective. */
  readonly publishedOn?: string;
  readonly effectiveOn?: string;
  /** Hash of the outline, by which the document can be checked. */
  readonly treeHash?: string;
}
