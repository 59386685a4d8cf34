import type { DocumentMeta } from '@dingben/writer';

/** What is known of an edition beside its text at one commit. Days are `YYYY-MM-DD`. */
export interface EditionFacts {
  readonly state: string;
  readonly effectiveOn: string | null;
  /** In Beijing; null while it is not published. */
  readonly publishedOn: string | null;
  readonly publishedCommitId: string | null;
  /** Printed on the documents of the publication. */
  readonly publishedCode: string | null;
  readonly headCommitId: string;
}

/** Whether the text at a commit is one that was issued: the published one, or an imported edition as it came. */
export function isIssued(facts: EditionFacts, commitId: string): boolean {
  if (facts.publishedCommitId !== null) return facts.publishedCommitId === commitId;
  // An imported edition is frozen as it was issued, and is superseded without ever being published here.
  return ['imported', 'superseded'].includes(facts.state) && facts.headCommitId === commitId;
}

/** What every document of an edition says of itself. It depends on the edition alone, so the same text gives the same bytes. */
export function documentMeta(
  facts: EditionFacts,
  commit: { readonly id: string; readonly number: number; readonly treeHash: string },
): DocumentMeta {
  const { treeHash } = commit;
  if (!isIssued(facts, commit.id)) return { treeHash, draft: `草案 第${commit.number}次提交` };
  const { publishedOn, effectiveOn, publishedCode } = facts;
  return {
    treeHash,
    ...(publishedOn !== null && { publishedOn }),
    ...(effectiveOn !== null && { effectiveOn }),
    ...(publishedCode !== null && { code: publishedCode }),
  };
}
