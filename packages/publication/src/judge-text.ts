import { amendmentHash } from '@dingben/ledger';
import { PROVISION_KEYS } from '@dingben/outline';
import { revisionHash, treeHash, type RevisionText, type TreeNode } from '@dingben/outline/hash';
import { fault, type Fault } from './faults.ts';
import { eventsOf } from './judge-ledger.ts';
import type { Manifest } from './manifest.ts';
import type { Proof, ProvenAmendment } from './proof.ts';
import { rowsOf, type Recorded } from './recorded.ts';

/** What the judgements of a text lean on, read from the proof once. */
interface Known {
  readonly manifest: Manifest;
  readonly proof: Proof;
  readonly commits: readonly Recorded<'commit'>[];
  readonly approvals: readonly Recorded<'approval'>[];
  readonly revisions: readonly Recorded<'revision'>[];
}

/**
 * The published text is what was approved: the commits lead from the base to it without a gap, each merged exactly what
 * somebody else than its authors had approved before, and every entry is either the base's or an approved one.
 */
export function* judgeText(manifest: Manifest, proof: Proof, published: readonly TreeNode[]): Generator<Fault | null> {
  const events = eventsOf(proof);
  const commits = rowsOf(events, 'commit');
  const approvals = rowsOf(events, 'approval');
  const known: Known = { manifest, proof, commits, approvals, revisions: rowsOf(events, 'revision') };
  yield* judgeCommits(known);
  yield* judgeAmendments(known);
  yield* judgeEntries(known, published);
}

function* judgeCommits({ manifest, proof, commits }: Known): Generator<Fault | null> {
  if (commits.length !== manifest.commit.number) yield fault('commit.missing', commits.length + 1);
  for (const [at, commit] of commits.entries()) {
    const before = commits[at - 1];
    const follows =
      commit.number === String(at + 1) &&
      commit.editionId === manifest.edition.id &&
      (before === undefined ? commit.kind !== 'merge' : commit.kind === 'merge' && commit.parentId === before.id);
    if (!follows) yield fault('commit.differs', at + 1);
  }
  if (commits[0]?.treeHash !== treeHash(proof.base)) yield fault('commit.differs', 1);
  const last = commits.at(-1);
  if (last?.id !== manifest.commit.id || last.treeHash !== manifest.treeHash)
    yield fault('commit.differs', commits.length);
}

function* judgeAmendments(known: Known): Generator<Fault | null> {
  const { proof, commits } = known;
  const merges = commits.filter(({ kind }) => kind === 'merge');
  if (merges.length !== proof.amendments.length) yield fault('amendment.not-approved', proof.amendments.length + 1);
  for (const [at, merge] of merges.entries()) yield judgeAmendment(known, merge, at);
}

function judgeAmendment({ proof, approvals, revisions }: Known, merge: Recorded<'commit'>, at: number): Fault | null {
  const amendment = proof.amendments[at];
  const hash = amendment === undefined ? '' : amendmentHash(amendment.content);
  if (amendment?.id !== merge.amendmentId || hash !== merge.contentHash)
    return fault('amendment.altered', amendment?.content.title ?? at + 1);
  const given = approvals.filter(
    ({ amendmentId, contentHash, seq }) => amendmentId === amendment.id && contentHash === hash && seq < merge.seq,
  );
  if (given.length === 0) return fault('amendment.not-approved', amendment.content.title);
  const authors = revisions.filter(({ amendmentId }) => amendmentId === amendment.id).map(({ authorId }) => authorId);
  const isOwn = given.some(({ approverId }) => authors.includes(approverId));
  return isOwn ? fault('amendment.self-approved', amendment.content.title) : null;
}

function* judgeEntries(known: Known, published: readonly TreeNode[]): Generator<Fault | null> {
  const { manifest, proof } = known;
  const approved = approvedHashes(known);
  const base = new Set(proof.base.flatMap((node) => (node.type === 'entry' ? [entryKey(node)] : [])));
  const entries = published.flatMap((node) => (node.type === 'entry' ? [node] : []));
  for (const [at, entry] of entries.entries()) {
    const isKnown = base.has(entryKey(entry)) || approved.has(entry.revisionHash);
    yield isKnown ? null : fault('entry.not-approved', manifest.entries[at]?.number);
  }
  yield* judgeRemovals(known, new Set(entries.map(({ code }) => code)));
}

function entryKey({ code, revisionHash: hash }: { code: string | null; revisionHash: string }): string {
  return `${hash} ${code ?? ''}`;
}

/** The hashes of texts that were approved: proposed ones that were written down, and those that a merge joined from two such. */
function approvedHashes({ proof, revisions }: Known): ReadonlySet<string> {
  const merged = new Map(proof.amendments.map((amendment) => [amendment.id, amendment]));
  const texts = new Map(proof.texts.map((each) => [revisionHash(each), each]));
  const byId = new Map(revisions.map((revision) => [revision.id, revision]));
  const approved = new Set(
    [...merged.values()].flatMap(({ content }) => content.edits.flatMap(({ proposedHash }) => proposedHash ?? [])),
  );
  for (const { contentHash, mergedWithId, amendmentId, serviceId } of revisions) {
    if (mergedWithId === null || contentHash === null) continue;
    const stood = byId.get(mergedWithId)?.contentHash ?? '';
    const proposed = proposedFor(merged.get(amendmentId ?? ''), serviceId);
    const parts = [texts.get(stood), texts.get(proposed)];
    if (isJoined(texts.get(contentHash), parts)) approved.add(contentHash);
  }
  return approved;
}

function proposedFor(amendment: ProvenAmendment | undefined, serviceId: string | null): string {
  const edit = amendment?.content.edits.find((each) => each.serviceId === serviceId && each.proposedHash !== null);
  return edit?.proposedHash ?? '';
}

/** Title and every provision are, to the character, those of one of the two. */
function isJoined(joined: RevisionText | undefined, [first, second]: readonly (RevisionText | undefined)[]): boolean {
  if (joined === undefined || first === undefined || second === undefined) return false;
  const sameTitle = joined.title === first.title || joined.title === second.title;
  return (
    sameTitle &&
    PROVISION_KEYS.every((key) => {
      const said = joined.provisions?.[key];
      return said === first.provisions?.[key] || said === second.provisions?.[key];
    })
  );
}

/** What the base had and the published text lacks was taken out by an approved edit, or with the service that was. */
function* judgeRemovals({ proof, revisions }: Known, standing: ReadonlySet<string | null>): Generator<Fault | null> {
  const removed = new Set(
    proof.amendments.flatMap(({ content }) =>
      content.edits.flatMap(({ kind, serviceId }) => (kind === 'remove' ? [serviceId] : [])),
    ),
  );
  const services = new Map(revisions.map(({ contentHash, serviceId }) => [contentHash, serviceId ?? '']));
  let isServiceGone = false;
  for (const node of proof.base) {
    if (node.type !== 'entry') continue;
    const isRemoved = removed.has(services.get(node.revisionHash) ?? '');
    if (node.depth === 0) isServiceGone = isRemoved;
    const isAccounted = standing.has(node.code) || isRemoved || (node.depth === 1 && isServiceGone);
    yield isAccounted ? null : fault('entry.removed', node.code ?? '');
  }
}
